import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { actOf, type ActRefusal, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { WeighingStore } from '../data/weighing.store.js';
import { mostUnasked, objectionToOver } from '../domain/over-weight.js';
import { weighUp, type TicketRefusal } from '../domain/ticket.js';
import { afterStep } from '../domain/ticket.state.js';
import { weighingPolicy } from '../domain/weighing.policy.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** The weigher is done; the household is asked to confirm. */
    'ticket.submitted': { ticketId: string };
  }
}

export interface SubmitWish {
  readonly clientMutationId: string;
  readonly ticketId: string;
}

type Submitted =
  | { ticketId: string }
  | Refusal<
      'TICKET_NOT_FOUND' | 'TICKET_STEP_NOT_ALLOWED' | 'OVER_DEAL' | TicketRefusal | ActRefusal
    >;

/**
 * The buyer's side says this is all: the sums are frozen, by the deduction of the deal and no other (WE-03).
 * More than the deal's kilograms and the tolerance is taken only when one of the buyer's own people submits it,
 * and the ticket keeps who (AL-12).
 */
@Injectable()
export class SubmitWeighTicket {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly weighing: WeighingStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, wish: SubmitWish): Promise<Submitted> {
    const act = actOf(actor, 'submitWeighTicket', wish);
    return this.uow.once(act, async (tx): Promise<Submitted> => {
      const ticket = await this.weighing.lock(tx, actor, wish.ticketId);
      if (!ticket || !weighingPolicy.weigh.allows(actor, ticket)) return refuse('TICKET_NOT_FOUND');

      const state = afterStep(ticket.state, 'submit');
      if (isRefusal(state)) return state;
      const sums = weighUp(await this.weighing.weighings(tx, ticket.id), ticket.terms);
      if (isRefusal(sums)) return sums;
      const most = mostUnasked(ticket);
      const objection = objectionToOver(sums.payable, most, actor.partyId === ticket.buyerId);
      if (objection) return objection;

      await this.weighing.freeze(tx, ticket.id, sums);
      await this.weighing.update(tx, ticket.id, {
        state,
        payableG: sums.payable,
        amountVnd: sums.amountVnd,
        submittedAt: this.clock.now(),
        submittedBy: actor.personId,
        unaskedG: most,
        overAgreedBy: sums.payable > most ? actor.personId : null,
        disputedAt: null,
        disputeReason: null,
      });

      await this.outbox.publish(tx, 'ticket.submitted', { ticketId: ticket.id });
      return { ticketId: ticket.id };
    });
  }
}
