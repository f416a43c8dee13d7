import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker, type AskContext } from '../../platform/graphql/ask-context.js';
import {
  connectionOf,
  PageArgs,
  pageOf,
  pageSize,
  type Page,
} from '../../platform/graphql/page.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { timeCursor, timeKeys } from '../../platform/graphql/time-pages.js';
import { AccountsStore } from '../data/accounts.store.js';
import { InvitationsStore } from '../data/invitations.store.js';
import type { CoopInvitationEntity } from '../data/party-relations.entities.js';
import { invitationState, lapsedBefore, type InvitationState } from '../domain/invitation.js';
import { partyPolicy } from '../domain/party.policy.js';
import { AnswerInvitation } from '../use-cases/answer-invitation.js';
import { InviteMember } from '../use-cases/invite-member.js';
import { PartyModel } from './account.model.js';
import {
  AnswerInvitationInput,
  InvitationModel,
  InvitationStateEnum,
  InviteMemberInput,
} from './invitation.model.js';
import { PartyNames } from './party-names.js';

const InvitationConnection = connectionOf('InvitationConnection', InvitationModel);
const InvitationResult = orRefused('InvitationResult', InvitationModel, 'Lời mời.');

@Resolver(() => InvitationModel)
export class InvitationsResolver {
  constructor(
    private readonly store: InvitationsStore,
    private readonly accounts: AccountsStore,
    private readonly names: PartyNames,
    private readonly inviting: InviteMember,
    private readonly answering: AnswerInvitation,
    private readonly clock: Clock,
  ) {}

  @Can(partyPolicy.invite)
  @Query(() => InvitationConnection, {
    name: 'coopInvitations',
    description:
      'Những lời mời của hợp tác xã, mới trước. / What the cooperative asked, newest first.',
  })
  async coopInvitations(
    @Asker() actor: Actor,
    @Args() page: PageArgs,
  ): Promise<Page<CoopInvitationEntity>> {
    const first = pageSize(page.first);
    const after = page.after ? timeCursor(page.after) : undefined;
    return pageOf(await this.store.page(actor.partyId ?? '', first, after), first, timeKeys);
  }

  @Can(partyPolicy.answerInvitation)
  @Query(() => [InvitationModel], {
    name: 'myInvitations',
    description:
      'Hợp tác xã đang mời số của mình, nhiều nhất 20. / Cooperatives that wait for an answer from one’s number, at most 20.',
  })
  async myInvitations(@Asker() actor: Actor): Promise<CoopInvitationEntity[]> {
    const person = await this.accounts.person(actor.personId);
    return person ? this.store.open(person.phone, lapsedBefore(this.clock.now())) : [];
  }

  @Can(partyPolicy.invite)
  @Mutation(() => InvitationResult, {
    name: 'inviteMember',
    description:
      'Mời hộ dùng số này vào hợp tác xã; không nói số đó có ai dùng chợ hay chưa. / Asks the household behind a number to join; says nothing about who has it.',
  })
  async inviteMember(
    @Asker() actor: Actor,
    @Args('input', { description: 'Mời số nào. / Which number.' }) input: InviteMemberInput,
  ): Promise<CoopInvitationEntity | Refusal | null> {
    return this.shown(await this.inviting.run(actor, input));
  }

  @Can(partyPolicy.answerInvitation)
  @Mutation(() => InvitationResult, {
    name: 'answerInvitation',
    description:
      'Hộ vào hợp tác xã hay không; nhờ bán thay là việc riêng. / Joins or not; selling for one is granted apart.',
  })
  async answerInvitation(
    @Asker() actor: Actor,
    @Args('input', { description: 'Trả lời. / The answer.' }) input: AnswerInvitationInput,
  ): Promise<CoopInvitationEntity | Refusal | null> {
    return this.shown(await this.answering.run(actor, input));
  }

  @ResolveField(() => InvitationStateEnum, { description: 'Đến đâu. / How it stands.' })
  state(@Parent() invitation: CoopInvitationEntity): InvitationState {
    return invitationState(invitation, this.clock.now());
  }

  @ResolveField(() => PartyModel, { description: 'Hợp tác xã mời. / The cooperative.' })
  coop(@Parent() { coopId }: CoopInvitationEntity, @Context() context: AskContext) {
    return this.names.party(context, coopId);
  }

  @ResolveField(() => PartyModel, {
    nullable: true,
    description: 'Hộ đã vào; chưa vào thì không nói. / The household, once it joined.',
  })
  household(
    @Parent() { householdId, isAccepted }: CoopInvitationEntity,
    @Context() context: AskContext,
  ) {
    return householdId !== null && isAccepted ? this.names.party(context, householdId) : null;
  }

  private async shown(
    done: { invitationId: string } | Refusal,
  ): Promise<CoopInvitationEntity | Refusal | null> {
    return isRefusal(done) ? done : this.store.byId(done.invitationId);
  }
}
