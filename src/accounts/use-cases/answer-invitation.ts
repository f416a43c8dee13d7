import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { dayOf } from '../../kernel/day.js';
import { isId } from '../../kernel/id.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { AccountsStore } from '../data/accounts.store.js';
import { InvitationsStore } from '../data/invitations.store.js';
import { ownHousehold } from '../domain/grants.js';
import { invitationState } from '../domain/invitation.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** A household joined a cooperative, or said that it does not want to. */
    'invitation.answered': { invitationId: string };
  }
}

export interface AnswerInvitationWish {
  readonly clientMutationId: string;
  readonly invitationId: string;
  readonly accept: boolean;
}

type Answered = { invitationId: string } | Refusal<'INVITATION_NOT_FOUND' | ActRefusal>;

/** The household acted for joins, or does not. Joining lets the cooperative do nothing yet: that is granted apart. */
@Injectable()
export class AnswerInvitation {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountsStore,
    private readonly invitations: InvitationsStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, wish: AnswerInvitationWish): Promise<Answered> {
    const { clientMutationId, invitationId, accept } = wish;
    const householdId = ownHousehold(actor);
    const person = await this.accounts.person(actor.personId);
    const act = {
      actor,
      operation: 'answerInvitation',
      key: clientMutationId,
      request: { invitationId, accept },
    };
    return this.uow.once<Answered>(act, async (tx) => {
      const now = this.clock.now();
      const invitation = isId(invitationId) ? await this.invitations.lock(tx, invitationId) : null;
      if (
        invitation?.phone !== person?.phone ||
        !invitation ||
        invitationState(invitation, now) !== 'WAITING'
      )
        return refuse('INVITATION_NOT_FOUND');

      await this.invitations.answer(tx, invitation.id, {
        householdId,
        isAccepted: accept,
        answeredAt: now,
      });
      if (accept) await this.invitations.join(tx, invitation.coopId, householdId, dayOf(now));
      await this.outbox.publish(tx, 'invitation.answered', { invitationId: invitation.id });
      return { invitationId: invitation.id };
    });
  }
}
