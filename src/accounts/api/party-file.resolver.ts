import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker, type AskContext } from '../../platform/graphql/ask-context.js';
import { orRefused } from '../../platform/graphql/refused.js';
import type { PartyEntity } from '../data/account.entities.js';
import { partyPolicy } from '../domain/party.policy.js';
import { StaffSight } from '../staff-sight.js';
import { OpenPersonalData } from '../use-cases/open-personal-data.js';
import { OpenPersonalDataInput, PersonalDataOpenedModel } from './look-purpose.model.js';
import { PartyNames } from './party-names.js';
import { PartyFileModel, PartyMemberModel } from './party.model.js';

const OpenPersonalDataResult = orRefused(
  'OpenPersonalDataResult',
  PersonalDataOpenedModel,
  'Đã ghi vì sao xem.',
);

/** What of a party's papers reaches its people: behind the gate of the staff. */
@Resolver(() => PartyFileModel)
export class PartyFileResolver {
  constructor(
    private readonly names: PartyNames,
    private readonly sight: StaffSight,
    private readonly opening: OpenPersonalData,
  ) {}

  @Can(partyPolicy.openPersonalData)
  @Mutation(() => OpenPersonalDataResult, {
    name: 'openPersonalData',
    description:
      'Nói xem số, giấy tờ của một bên để làm gì; hỏi một lần mỗi lần đăng nhập. / Says why the staff looks at what reaches a party, once a sign-in.',
  })
  openPersonalData(
    @Asker() actor: Actor,
    @Args('input', { description: 'Của ai, để làm gì. / Whose and why.' })
    input: OpenPersonalDataInput,
  ): Promise<PersonalDataOpenedModel | Refusal> {
    return this.opening.run(actor, input);
  }

  @ResolveField(() => Boolean, {
    description:
      'Phải nói để làm gì rồi mới xem được số và giấy tờ. / Numbers and papers wait for a purpose.',
  })
  async needsPurpose(
    @Parent() { id }: PartyEntity,
    @Context() context: AskContext,
  ): Promise<boolean> {
    return !(await this.sight.isOpen(context, id));
  }

  @ResolveField(() => [PartyMemberModel], {
    nullable: true,
    description:
      'Người của bên này; null khi chưa nói để làm gì. / Its people; null before a purpose was stated.',
  })
  async members(
    @Parent() { id }: PartyEntity,
    @Context() context: AskContext,
  ): Promise<readonly PartyMemberModel[] | null> {
    const members = await this.names.members(context, id);
    // That nobody is left says nothing about anybody, and is what an administrator looks for.
    if (members.length === 0) return members;
    return (await this.sight.isOpen(context, id)) ? members : null;
  }

  @ResolveField(() => String, { nullable: true })
  async taxCode(
    @Parent() { id, taxCode }: PartyEntity,
    @Context() context: AskContext,
  ): Promise<string | null> {
    return taxCode !== null && (await this.sight.isOpen(context, id)) ? taxCode : null;
  }

  @ResolveField(() => String, { nullable: true })
  async plate(
    @Parent() { id, plate }: PartyEntity,
    @Context() context: AskContext,
  ): Promise<string | null> {
    return plate !== null && (await this.sight.isOpen(context, id)) ? plate : null;
  }
}
