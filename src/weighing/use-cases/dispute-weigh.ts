import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { actOf, type ActRefusal, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { WeighingStore } from '../data/weighing.store.js';
import { afterStep } from '../domain/ticket.state.js';
import { weighingPolicy } from '../domain/weighing.policy.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** The household does not agree with its ticket. */
    'ticket.disputed': { ticketId: string };
  }
}

export interface DisputeWish {
  readonly clientMutationId: string;
  readonly ticketId: string;
  readonly reason: string;
}

// "Sai sót báo trong 24 giờ": printed on every ticket, so it is a promise both ways.
const HOURS = 24;
const LONGEST_REASON = 300;

type DisputeRefusal =
  'TICKET_NOT_FOUND' | 'TICKET_STEP_NOT_ALLOWED' | 'DISPUTE_REASON_MISSING' | 'DISPUTE_TOO_LATE';
type Disputed = { ticketId: string } | Refusal<DisputeRefusal | ActRefusal>;

/** The household does not agree with the numbers. The ticket goes back to the scale, or is agreed to after all. */
@Injectable()
export class DisputeWeigh {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly weighing: WeighingStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, wish: DisputeWish): Promise<Disputed> {
    const act = actOf(actor, 'disputeWeigh', wish);
    return this.uow.once(act, async (tx): Promise<Disputed> => {
      const ticket = await this.weighing.lock(tx, actor, wish.ticketId);
      if (!ticket || !weighingPolicy.dispute.allows(actor, ticket)) {
        return refuse('TICKET_NOT_FOUND');
      }
      const reason = wish.reason.normalize('NFC').trim();
      if (reason === '' || reason.length > LONGEST_REASON) {
        return refuse('DISPUTE_REASON_MISSING', { most: LONGEST_REASON }, 'reason');
      }
      const state = afterStep(ticket.state, 'dispute');
      if (isRefusal(state)) return state;
      const now = this.clock.now();
      const since = ticket.submittedAt ?? now;
      if (now.getTime() - since.getTime() > HOURS * 3_600_000) {
        return refuse('DISPUTE_TOO_LATE', { hours: HOURS });
      }

      await this.weighing.update(tx, ticket.id, {
        state,
        disputedAt: now,
        disputeReason: reason,
      });
      await this.outbox.publish(tx, 'ticket.disputed', { ticketId: ticket.id });
      return { ticketId: ticket.id };
    });
  }
}
