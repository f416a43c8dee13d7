import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Container } from '../../kernel/spoken/containers.js';
import { GramsScalar, InstantScalar, UuidScalar } from '../../platform/graphql/scalars.js';
import type { Spokesman } from '../domain/standing.js';
import { ForecastSource } from './forecast.model.js';

const ContainerEnum = { SOT: 'SOT', THUNG: 'THUNG' } as const;
registerEnumType(ContainerEnum, {
  name: 'Container',
  description: 'Đồ đựng để đếm hàng. / What fruit is counted in.',
  valuesMap: {
    SOT: { description: 'Sọt. / Basket.' },
    THUNG: { description: 'Thùng. / Crate.' },
  },
});

@ObjectType('ContainerWeight', {
  description:
    'Một sọt, một thùng của hộ đựng bao nhiêu. / What one basket or crate of a household holds.',
})
export class ContainerWeightModel {
  @Field(() => ContainerEnum, { description: 'Đồ đựng. / The container.' })
  container: Container;
  @Field(() => GramsScalar, { description: 'Một cái đựng bao nhiêu. / What one holds.' })
  grams: number;
  @Field(() => ForecastSource, { description: 'Ai nói. / Who said so.' })
  source: Spokesman;
  @Field(() => InstantScalar, { description: 'Từ lúc nào. / Since when.' })
  createdAt: Date;
}

@ObjectType('ContainerWeights', {
  description:
    'Đồ đựng của một hộ; thứ chưa nói thì không có ở đây. / The containers of a household; one nobody spoke of is missing.',
})
export class ContainerWeightsModel {
  @Field(() => ID, { description: 'Hộ. / The household.' })
  householdId: string;
  @Field(() => [ContainerWeightModel], { description: 'Từng thứ. / Each of them.' })
  weights: ContainerWeightModel[];
}

@InputType({
  description: 'Nói một sọt, một thùng đựng bao nhiêu. / Says what one container holds.',
})
export class SetContainerWeightInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
  @Field(() => UuidScalar, {
    nullable: true,
    description: 'Hộ; bỏ trống là hộ của mình. / The household; own by default.',
  })
  householdId?: string | null;
  @Field(() => ContainerEnum, { description: 'Đồ đựng. / The container.' })
  container: Container;
  @Field(() => GramsScalar, { description: 'Một cái đựng bao nhiêu. / What one holds.' })
  grams: number;
}
