import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Accounts } from '../../accounts/index.js';
import { Clock } from '../../kernel/clock.js';
import { dayOf } from '../../kernel/day.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import {
  basisPoints,
  grams,
  vnd,
  type BasisPoints,
  type Grams,
  type Vnd,
} from '../../kernel/units.js';
import { Lots, type LotFacts } from '../../lots/index.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { LinesStore } from '../data/lines.store.js';
import { OrdersStore } from '../data/orders.store.js';
import { NO_LIMITS } from '../domain/allocation-limits.js';
import { orderNumber } from '../domain/order-number.js';
import { NO_CANCEL_TERMS, type DeductionRule } from '../domain/terms.js';
import { DealMaking } from './deal-making.js';

/** What two sides have agreed on about one lot, by whatever talk led there. */
export interface AgreedDeal {
  readonly buyerId: string;
  readonly lot: LotFacts;
  readonly lines: readonly {
    readonly lotGradeId: string;
    readonly gradeCode: string;
    readonly grams: Grams;
    readonly vndPerKg: Vnd;
  }[];
  readonly readyFrom: Date;
  readonly readyTo: Date;
  readonly toleranceBp: BasisPoints;
  readonly deduction: DeductionRule;
  readonly paymentDays: number;
  readonly depositVnd: Vnd;
  /** Whose yes it was. */
  readonly agreedBy: string;
}

export type AgreeRefusal =
  'DEAL_HOURS_OVER' | 'BUYER_NOT_ACTIVE' | 'HOUSEHOLD_SUSPENDED' | 'LOT_NOT_ENOUGH';

// The answer has been given; the column wants how long it could have been waited for.
const ANSWERED_MINUTES = 10;

/** Binds both sides at once: kilograms set aside for good, an order of one lot, its one deal. */
@Injectable()
export class AgreeDeal {
  constructor(
    private readonly orders: OrdersStore,
    private readonly lines: LinesStore,
    private readonly lots: Lots,
    private readonly accounts: Accounts,
    private readonly dealMaking: DealMaking,
    private readonly clock: Clock,
  ) {}

  /** @returns LOT_NOT_ENOUGH with `freeGrams` when the lot no longer has what was agreed on */
  async run(tx: Tx, agreed: AgreedDeal): Promise<{ dealId: string } | Refusal<AgreeRefusal>> {
    const { buyerId, lot } = agreed;
    const now = this.clock.now();
    if (agreed.readyTo <= now) return refuse('DEAL_HOURS_OVER');
    const household = await this.accounts.party(lot.householdId);
    if (household?.state !== 'ACTIVE')
      return refuse('HOUSEHOLD_SUSPENDED', { reason: household?.stateReason ?? '' });
    const opening = await this.orders.open(tx, buyerId);
    if (!opening) return refuse('BUYER_NOT_ACTIVE');
    const lines = agreed.lines.map((line) => ({ ...line, id: uuid() }));
    const reserved = await this.lots.reserve(
      tx,
      lines.map((line) => ({
        holdId: line.id,
        lotGradeId: line.lotGradeId,
        grams: line.grams,
        expiresAt: null,
      })),
    );
    if (isRefusal(reserved)) return reserved;

    const orderId = uuid();
    await this.orders.add(
      tx,
      {
        id: orderId,
        number: orderNumber(dayOf(now), opening.serial),
        kind: 'LOT',
        buyerId,
        cropCode: lot.cropCode,
        varietyCode: lot.varietyCode,
        state: 'SOURCING',
        readyFrom: agreed.readyFrom,
        readyTo: agreed.readyTo,
        destinationId: null,
        policy: 'LOWEST_COST',
        toleranceBp: basisPoints(agreed.toleranceBp),
        minGrams: grams(0),
        householdCapGrams: null,
        communeIds: [lot.communeId],
        limits: NO_LIMITS,
        cutOff: null,
        deduction: agreed.deduction,
        paymentDays: agreed.paymentDays,
        depositBp: basisPoints(0),
        // Two sides that bargained agreed on a deposit or on none, and on no other price of giving up.
        cancelTerms: NO_CANCEL_TERMS,
        offerTtlMinutes: ANSWERED_MINUTES,
        lines: lines.map((line) => ({
          id: uuid(),
          gradeCode: line.gradeCode,
          wantedGrams: grams(line.grams),
          maxVndPerKg: vnd(line.vndPerKg),
        })),
      },
      agreed.agreedBy,
      now,
    );
    await this.lines.addAccepted(
      tx,
      orderId,
      lines.map((line) => ({ ...line, lotId: lot.id, householdId: lot.householdId })),
      { personId: agreed.agreedBy, at: now },
    );
    const [dealId] = await this.dealMaking.makeAtOnce(tx, orderId, agreed.depositVnd);
    if (dealId === undefined) throw new Error(`order ${orderId} was agreed on and made no deal`);
    return { dealId };
  }
}
