import { Injectable } from '@nestjs/common';
import { AssistedActs } from '../../accounts/index.js';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { Lots } from '../../lots/index.js';
import { Orders } from '../../orders/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { actOf, type ActRefusal, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import type { ConfirmMethod } from '../data/weighing.entities.js';
import { WeighingStore, type LockedTicket } from '../data/weighing.store.js';
import { weighedByHold } from '../domain/holds.js';
import { afterStep } from '../domain/ticket.state.js';
import { weighingPolicy } from '../domain/weighing.policy.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** Both sides agree: the ticket is a document now, and money is owed for it. */
    'ticket.confirmed': { ticketId: string };
  }
}

export interface ConfirmWish {
  readonly clientMutationId: string;
  readonly ticketId: string;
  readonly method: ConfirmMethod;
}

type ConfirmRefusal =
  | 'TICKET_NOT_FOUND'
  | 'TICKET_STEP_NOT_ALLOWED'
  | 'CONFIRM_METHOD_NOT_YOURS'
  | 'WITNESS_WEIGHED'
  | 'DEAL_NOT_OPEN';
type Confirmed = { ticketId: string } | Refusal<ConfirmRefusal | ActRefusal>;

/** The household's yes: the promised kilograms become what the scale showed, and the ticket never changes again. */
@Injectable()
export class ConfirmWeigh {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly weighing: WeighingStore,
    private readonly orders: Orders,
    private readonly lots: Lots,
    private readonly assisted: AssistedActs,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, wish: ConfirmWish): Promise<Confirmed> {
    const act = actOf(actor, 'confirmWeigh', wish);
    return this.uow.once(act, async (tx): Promise<Confirmed> => {
      const ticket = await this.weighing.lock(tx, actor, wish.ticketId);
      if (!ticket || !weighingPolicy.confirm.allows(actor, ticket)) {
        return refuse('TICKET_NOT_FOUND');
      }
      const objection = objectionTo(actor, wish.method, ticket);
      if (objection) return objection;
      const state = afterStep(ticket.state, 'confirm');
      if (isRefusal(state)) return state;
      const deal = await this.orders.lockDeal(tx, ticket.dealId);
      if (deal?.state !== 'COMMITTED') return refuse('DEAL_NOT_OPEN');

      const net = await this.weighing.netByGrade(tx, ticket.id);
      await this.lots.weigh(tx, weighedByHold(deal.lines, net));
      await this.orders.markWeighed(tx, deal.id);
      await this.weighing.update(tx, ticket.id, {
        state,
        confirmedAt: this.clock.now(),
        confirmedBy: actor.personId,
        confirmMethod: wish.method,
      });

      await this.assisted.record(tx, actor, {
        householdId: ticket.householdId,
        kind: 'WEIGHT_CONFIRMED',
        subjectId: ticket.id,
        facts: { number: ticket.number },
      });
      await this.outbox.publish(tx, 'ticket.confirmed', { ticketId: ticket.id });
      return { ticketId: ticket.id };
    });
  }
}

/** A household speaks on its own phone, a cooperative as witness; and who weighed cannot be the witness of it. */
function objectionTo(
  actor: Actor,
  method: ConfirmMethod,
  ticket: LockedTicket,
): Refusal<'CONFIRM_METHOD_NOT_YOURS' | 'WITNESS_WEIGHED'> | undefined {
  const own: ConfirmMethod = actor.role === 'GROWER' ? 'OWN_PHONE' : 'WITNESS';
  if (method !== own) return refuse('CONFIRM_METHOD_NOT_YOURS', { method }, 'method');
  if (own === 'WITNESS' && ticket.submittedBy === actor.personId) return refuse('WITNESS_WEIGHED');
  return undefined;
}
