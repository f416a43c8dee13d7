import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import type { Side } from '../../kernel/side.js';
import { priceOf, vnd, type Vnd } from '../../kernel/units.js';
import { Orders, type Deal } from '../../orders/index.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Runs, type Ride } from '../../runs/index.js';
import { Deposits } from '../../settlement/index.js';
import { Weighing } from '../../weighing/index.js';
import { EndingsStore, type NewEnding } from '../data/endings.store.js';
import { CAUSES, type Cause } from '../domain/causes.js';
import { consequencesOf, stageOf, type Consequences, type Stage } from '../domain/consequences.js';
import { replyUntil } from '../domain/reply.js';
import { causeText } from '../texts.js';
import { EndingAftermath } from './ending-aftermath.js';

export interface GivingUp {
  readonly cause: Cause;
  readonly fault: Side;
  /** null: the clock. */
  readonly said: { readonly by: Side; readonly personId: string } | null;
  readonly note: string | null;
}

/** What would follow, before anybody decides. */
export interface Outlook extends Consequences {
  readonly stage: Stage;
  readonly goodsVnd: Vnd;
  readonly ride: Ride | undefined;
}

export type GivingUpRefusal = 'DEAL_OVER' | 'DEAL_ON_SCALE' | 'CONSEQUENCES_CHANGED';

const goodsOf = (deal: Deal): Vnd =>
  vnd(deal.lines.reduce((sum, line) => sum + priceOf(line.grams, line.vndPerKg), 0));

/** Ends a deal that was not weighed: its fruit is free, its vehicle need not come, and what follows is written down. */
@Injectable()
export class GivingUpDeals {
  constructor(
    private readonly orders: Orders,
    private readonly runs: Runs,
    private readonly deposits: Deposits,
    private readonly weighing: Weighing,
    private readonly endings: EndingsStore,
    private readonly aftermath: EndingAftermath,
    private readonly clock: Clock,
  ) {}

  /** @param fault null: nobody's */
  async outlook(deal: Deal, fault: Side | null, ride?: Ride): Promise<Outlook> {
    const near = ride ?? (await this.runs.rideOf(deal.id));
    const stage = stageOf(near ?? { isDispatched: false, isAtGate: false });
    const goodsVnd = goodsOf(deal);
    const depositVnd = await this.deposits.inHand(deal.id);
    const terms = deal.cancelTerms;
    const consequences = consequencesOf(fault, stage, { goodsVnd, depositVnd, terms });
    return { ...consequences, stage, goodsVnd, ride: near };
  }

  /** Nobody moves its vehicle before the transaction ends; take it after the deal. */
  lockRide(tx: Tx, dealId: string): Promise<Ride | undefined> {
    return this.runs.lockRideOf(tx, dealId);
  }

  /** Why one of these deals can be neither given up nor changed any more; undefined when all can. */
  async hindrance(...deals: Deal[]): Promise<Refusal<'DEAL_OVER' | 'DEAL_ON_SCALE'> | undefined> {
    const over = deals.find(({ state }) => state !== 'COMMITTED');
    if (over) return refuse('DEAL_OVER', { state: over.state });
    const tickets = await this.weighing.ticketsOfDeals(deals.map(({ id }) => id));
    if (tickets.length > 0) return refuse('DEAL_ON_SCALE');
  }

  /**
   * @param deal locked
   * @param seen what the person was shown; another stage or sum by now changes nothing
   */
  async end(
    tx: Tx,
    deal: Deal,
    { cause, fault, said, note }: GivingUp,
    seen?: { readonly toPayVnd: number; readonly damagesVnd: number },
  ): Promise<Refusal<GivingUpRefusal> | undefined> {
    const hindrance = await this.hindrance(deal);
    if (hindrance) return hindrance;
    const ride = await this.lockRide(tx, deal.id);
    const { stage, damagesVnd, fromDepositVnd, depositReturnedVnd, toPayVnd } = await this.outlook(
      deal,
      fault,
      ride,
    );
    if (seen && (seen.toPayVnd !== toPayVnd || seen.damagesVnd !== damagesVnd))
      return refuse('CONSEQUENCES_CHANGED', { stage, damagesVnd, toPayVnd });

    const consequences = { damagesVnd, fromDepositVnd, depositReturnedVnd, toPayVnd };
    const ending = this.endingOf(deal, { cause, fault, said, note }, stage, consequences);
    await this.endings.add(tx, ending);
    await this.orders.callOff(tx, deal.id, causeText(cause, 'vi'));
    if (ride) await this.runs.leaveOut(tx, ride);
    await this.aftermath.ended(tx, deal, ending);
  }

  /**
   * The truck found nothing at the gate, and others give in its place, so there is no loss to be paid; the deposit goes back,
   * and the promise counts as broken unless the household's word clears it.
   *
   * @param deal locked, and over already
   */
  async replaced(tx: Tx, deal: Deal): Promise<void> {
    const nothing: GivingUp = { cause: 'NOT_READY', fault: 'SELLER', said: null, note: null };
    const sums = await this.outlook(deal, null);
    await this.endings.add(tx, this.endingOf(deal, nothing, 'AT_GATE', sums));
    await this.aftermath.replaced(tx, deal);
  }

  private endingOf(
    deal: Deal,
    { cause, fault, said, note }: GivingUp,
    stage: Stage,
    sums: Omit<Consequences, 'payer'>,
  ): NewEnding {
    const endedAt = this.clock.now();
    const { damagesVnd, fromDepositVnd, depositReturnedVnd, toPayVnd } = sums;
    return {
      dealId: deal.id,
      cause,
      atFault: fault,
      atFaultId: fault === 'BUYER' ? deal.buyerId : deal.householdId,
      saidBy: said?.by ?? null,
      saidByPerson: said?.personId ?? null,
      note,
      stage,
      damagesVnd,
      fromDepositVnd,
      depositReturnedVnd,
      toPayVnd,
      endedAt,
      replyUntil: replyUntil(endedAt),
      forceMajeure: CAUSES[cause].isForceMajeure ? 'CLAIMED' : null,
    };
  }
}
