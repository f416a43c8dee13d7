import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { Counters } from '../../platform/limits/counters.js';
import { InvitationsStore } from '../data/invitations.store.js';
import { normalisePhone } from '../domain/phone.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** A cooperative asks the household behind a number to join. */
    'member.invited': { invitationId: string };
  }
}

export interface InviteWish {
  readonly clientMutationId: string;
  readonly phone: string;
}

type Invited =
  | { invitationId: string }
  | Refusal<
      'PHONE_INVALID' | 'PHONE_OLD_PREFIX' | 'INVITED_IS_MEMBER' | 'INVITED_TOO_MANY' | ActRefusal
    >;

// A morning in a hamlet's meeting house; more is somebody writing to numbers at random.
const INVITATIONS_A_DAY = 100;
const DAY_MINUTES = 1440;

/** A cooperative invites by telephone number. The answer is the same whether or not anybody here has that number. */
@Injectable()
export class InviteMember {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly invitations: InvitationsStore,
    private readonly counters: Counters,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, { clientMutationId, phone: typed }: InviteWish): Promise<Invited> {
    const coopId = actor.partyId ?? '';
    const phone = normalisePhone(typed);
    if (isRefusal(phone)) return { ...phone, field: 'phone' };
    if ((await this.counters.count(`invite:${coopId}`, DAY_MINUTES)) > INVITATIONS_A_DAY)
      return refuse('INVITED_TOO_MANY', { most: INVITATIONS_A_DAY }, 'phone');

    const act = { actor, operation: 'inviteMember', key: clientMutationId, request: { phone } };
    return this.uow.once<Invited>(act, async (tx) => {
      if (await this.invitations.isMember(tx, coopId, phone))
        return refuse('INVITED_IS_MEMBER', {}, 'phone');
      const id = uuid();
      const invitationId = await this.invitations.invite(tx, {
        id,
        coopId,
        phone,
        invitedBy: actor.personId,
        createdAt: this.clock.now(),
      });
      if (invitationId === id) await this.outbox.publish(tx, 'member.invited', { invitationId });
      return { invitationId };
    });
  }
}
