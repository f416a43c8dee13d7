import {
  createUnionType,
  Field,
  InterfaceType,
  ObjectType,
  Parent,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import type { Type } from '@nestjs/common';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../access/actor.js';
import { sentenceOf } from '../words/say.js';
import { Asker } from './ask-context.js';

@ObjectType('RefusalFact', {
  description:
    'Một con số của lời từ chối. / One fact of the refusal, for a client that shows it its own way.',
})
export class RefusalFactModel {
  @Field(() => String, { description: 'Tên dữ kiện. / Name of the fact.' })
  name: string;
  @Field(() => String, { description: 'Giá trị dạng chữ. / Its value as text.' })
  value: string;
}

@InterfaceType('Refusal', {
  description:
    'Hệ thống từ chối việc vừa làm; không có gì thay đổi. / The business says no; nothing changed.',
  resolveType: () => 'Refused',
})
export abstract class RefusalModel {
  @Field(() => String, { description: 'Mã lý do. / Code of the reason, from a closed list.' })
  code: string;
  @Field(() => String, { description: 'Một câu cho người dùng. / One sentence for the person.' })
  message: string;
  @Field(() => String, { description: 'Việc nên làm tiếp. / The one next step.' })
  nextStep: string;
}

/** A refusal value leaves a use case as it is; this type says it in the asker's language. */
@ObjectType('Refused', {
  implements: () => [RefusalModel],
  description: 'Lời từ chối thông thường. / The common refusal.',
})
export class Refused extends RefusalModel {
  @Field(() => String, {
    nullable: true,
    description: 'Ô nhập cần sửa. / Input path to mend, when there is one.',
  })
  field?: string;
  @Field(() => [RefusalFactModel], { description: 'Các con số kèm theo. / The facts of the case.' })
  facts: RefusalFactModel[];
}

@Resolver(() => Refused)
export class RefusedResolver {
  @ResolveField(() => String)
  code(@Parent() refusal: Refusal): string {
    return refusal.refused;
  }

  @ResolveField(() => String)
  message(@Parent() refusal: Refusal, @Asker() actor: Actor): string {
    return sentenceOf(refusal, actor.locale).message;
  }

  @ResolveField(() => String)
  nextStep(@Parent() refusal: Refusal, @Asker() actor: Actor): string {
    return sentenceOf(refusal, actor.locale).nextStep;
  }

  @ResolveField(() => [RefusalFactModel])
  facts(@Parent() refusal: Refusal): RefusalFactModel[] {
    return Object.entries(refusal.facts).map(([name, value]) => ({ name, value: String(value) }));
  }
}

/** `union PlaceOrderResult = Order | Refused`; the resolver returns the model or the refusal as it came. */
export const orRefused = <Model>(
  name: string,
  success: Type<Model>,
  description: string,
): Model | Refused =>
  createUnionType({
    name,
    description: `${description} Hoặc lời từ chối. / Or a refusal.`,
    types: () => [success, Refused] as const,
    resolveType: (value: unknown) => (isRefusal(value) ? Refused : success),
  }) as Model | Refused;
