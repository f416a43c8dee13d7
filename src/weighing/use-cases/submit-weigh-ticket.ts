import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Grams } from '../../kernel/units.js';
import type { Actor } from '../../platform/access/actor.js';
import {
  actOf,
  UnitOfWork,
  type ActRefusal,
  type Tx,
} from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { WeighingStore, type LockedTicket } from '../data/weighing.store.js';
import { mostUnasked, objectionToOver } from '../domain/over-weight.js';
import { weighUp, type TicketRefusal } from '../domain/ticket.js';
import { afterStep } from '../domain/ticket.state.js';
import { weighingPolicy } from '../domain/weighing.policy.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** The weigher is done; the household is asked to confirm. */
    'ticket.submitted': { ticketId: string };
    /** More than the deal is on the scale, and only the buyer can take it. */
    'ticket.over': { ticketId: string };
  }
}

export interface SubmitWish {
  readonly clientMutationId: string;
  readonly ticketId: string;
}

type SubmitRefusal =
  'TICKET_NOT_FOUND' | 'TICKET_STEP_NOT_ALLOWED' | 'OVER_DEAL' | TicketRefusal | ActRefusal;
type Submitted = { ticketId: string } | Refusal<SubmitRefusal>;
/** The act itself was to ask the buyer: kept, so that told again it asks nobody twice. */
type Asked = { asked: Refusal<'OVER_DEAL'> };

/**
 * The buyer's side says this is all: the sums are frozen, by the deduction of the deal and no other (WE-03).
 * More than the deal's kilograms and the tolerance is taken only when one of the buyer's own people submits it,
 * and the ticket keeps who (AL-12). Submitted by others it is refused, and the buyer is asked once for those kilograms.
 */
@Injectable()
export class SubmitWeighTicket {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly weighing: WeighingStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, wish: SubmitWish): Promise<Submitted> {
    const act = actOf(actor, 'submitWeighTicket', wish);
    const done = await this.uow.once(act, async (tx): Promise<Submitted | Asked> => {
      const ticket = await this.weighing.lock(tx, actor, wish.ticketId);
      if (!ticket || !weighingPolicy.weigh.allows(actor, ticket)) return refuse('TICKET_NOT_FOUND');

      const state = afterStep(ticket.state, 'submit');
      if (isRefusal(state)) return state;
      const sums = weighUp(await this.weighing.weighings(tx, ticket.id), ticket.terms);
      if (isRefusal(sums)) return sums;
      const most = mostUnasked(ticket);
      const objection = objectionToOver(sums.payable, most, actor.partyId === ticket.buyerId);
      if (objection) return this.askBuyer(tx, ticket, sums.payable, objection);

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
    return 'asked' in done ? done.asked : done;
  }

  /** The ticket stays on the scale. The same kilograms refused again change nothing and ask nobody. */
  private async askBuyer(
    tx: Tx,
    ticket: LockedTicket,
    payable: Grams,
    objection: Refusal<'OVER_DEAL'>,
  ): Promise<Asked | Refusal<'OVER_DEAL'>> {
    if (ticket.overAskedG === payable) return objection;
    await this.weighing.update(tx, ticket.id, {
      overAskedG: payable,
      overAskedAt: this.clock.now(),
    });
    await this.outbox.publish(tx, 'ticket.over', { ticketId: ticket.id });
    return { asked: objection };
  }
}
