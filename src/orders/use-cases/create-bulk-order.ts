import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Catalog } from '../../catalog/index.js';
import { Clock } from '../../kernel/clock.js';
import { dayOf } from '../../kernel/day.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import { basisPoints, grams, vnd } from '../../kernel/units.js';
import { Lots } from '../../lots/index.js';
import { Places } from '../../places/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal, type Tx } from '../../platform/database/unit-of-work.js';
import { limitsOf } from '../data/order.rows.js';
import { OrdersStore } from '../data/orders.store.js';
import { impossibleLimit, NO_LIMITS, type LimitRefusal } from '../domain/allocation-limits.js';
import type { PolicyCode } from '../domain/allocation/preview.js';
import { impossibleCutOff, type CutOff } from '../domain/cut-off.js';
import {
  deductionRule,
  impossibleNumber,
  type NumbersRefusal,
  type OrderNumbers,
} from '../domain/order-limits.js';
import { orderNumber } from '../domain/order-number.js';
import { impossibleSurety, NO_CANCEL_TERMS } from '../domain/terms.js';

export interface BulkOrderWish extends OrderNumbers {
  readonly clientMutationId: string;
  readonly cropCode: string;
  readonly varietyCode: string | null;
  readonly destinationId: string;
  readonly policy: PolicyCode;
  /** Null or empty: every commune. */
  readonly communeIds: readonly string[] | null;
  /** Gathered from the lots of this pooled listing alone; null: from the whole market. */
  readonly pooledListingId?: string | null;
  readonly limits: LimitsWish | null;
  readonly cutOff?: CutOff | null;
  readonly depositBp?: number | null;
  readonly cancelTerms?: { readonly afterDispatchBp: number; readonly atGateBp: number } | null;
}

type LimitsWish = Parameters<typeof limitsOf>[0];

type CodeRefusal =
  | 'CROP_UNKNOWN'
  | 'ORDER_VARIETY_UNKNOWN'
  | 'ORDER_GRADE_UNKNOWN'
  | 'DESTINATION_UNKNOWN'
  | 'COMMUNE_UNKNOWN'
  | 'POOL_UNKNOWN';

export type CreateRefusal =
  | NumbersRefusal
  | LimitRefusal
  | 'CUT_OFF_IMPLAUSIBLE'
  | 'SURETY_IMPLAUSIBLE'
  | CodeRefusal
  | 'BUYER_NOT_ACTIVE'
  | ActRefusal;

const MOST_COMMUNES = 100;

/** A buyer's wish for more than one garden has. Nothing is offered to anybody yet. */
@Injectable()
export class CreateBulkOrder {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly orders: OrdersStore,
    private readonly catalog: Catalog,
    private readonly places: Places,
    private readonly lots: Lots,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, wish: BulkOrderWish): Promise<{ orderId: string } | Refusal<CreateRefusal>> {
    const { clientMutationId, ...request } = wish;
    const act = { actor, operation: 'createBulkOrder', key: clientMutationId, request };
    return this.uow.once<{ orderId: string } | Refusal<CreateRefusal>>(act, (tx) =>
      this.open(tx, { buyerId: actor.partyId ?? '', personId: actor.personId }, request),
    );
  }

  /** The order itself, for whoever wishes it in a transaction of its own. */
  async open(
    tx: Tx,
    by: { readonly buyerId: string; readonly personId: string },
    wish: Omit<BulkOrderWish, 'clientMutationId'>,
  ): Promise<{ orderId: string } | Refusal<CreateRefusal>> {
    const impossible = await this.impossible(wish);
    if (impossible) return impossible;
    const now = this.clock.now();
    const { limits, cutOff, depositBp, cancelTerms } = termsOf(wish);
    const { buyerId, personId } = by;
    const opening = await this.orders.open(tx, buyerId);
    if (!opening) return refuse('BUYER_NOT_ACTIVE');

    const orderId = uuid();
    await this.orders.add(
      tx,
      {
        id: orderId,
        number: orderNumber(dayOf(now), opening.serial),
        kind: 'BULK',
        buyerId,
        cropCode: wish.cropCode,
        varietyCode: wish.varietyCode,
        state: 'SOURCING',
        readyFrom: wish.readyFrom,
        readyTo: wish.readyTo,
        destinationId: wish.destinationId,
        policy: wish.policy,
        toleranceBp: basisPoints(wish.toleranceBp),
        minGrams: grams(wish.minGrams),
        householdCapGrams: wish.householdCapGrams === null ? null : grams(wish.householdCapGrams),
        communeIds: [...new Set(wish.communeIds)],
        limits: limitsOf(limits),
        cutOff,
        deduction: deductionRule(wish.deduction),
        paymentDays: wish.paymentDays,
        depositBp: basisPoints(depositBp),
        cancelTerms: {
          afterDispatchBp: basisPoints(cancelTerms.afterDispatchBp),
          atGateBp: basisPoints(cancelTerms.atGateBp),
        },
        offerTtlMinutes: wish.offerTtlMinutes,
        lines: wish.lines.map((line) => ({
          id: uuid(),
          gradeCode: line.gradeCode,
          wantedGrams: grams(line.grams),
          maxVndPerKg: line.maxVndPerKg === null ? null : vnd(line.maxVndPerKg),
        })),
      },
      personId,
      now,
    );
    if (wish.pooledListingId) await this.orders.gatherFrom(tx, orderId, wish.pooledListingId);
    return { orderId };
  }

  /** Why there can be no such order; undefined when there can. Writes nothing. */
  async impossible(
    wish: Omit<BulkOrderWish, 'clientMutationId'>,
  ): Promise<Refusal<CreateRefusal> | undefined> {
    const now = this.clock.now();
    const { limits, cutOff, depositBp, cancelTerms } = termsOf(wish);
    return (
      impossibleNumber(wish, now) ??
      impossibleLimit(limits) ??
      impossibleCutOff(cutOff, wish.readyFrom, now) ??
      impossibleSurety(depositBp, cancelTerms) ??
      (await this.unknownCode(wish))
    );
  }

  private async unknownCode(
    wish: Omit<BulkOrderWish, 'clientMutationId'>,
  ): Promise<Refusal<CodeRefusal> | undefined> {
    const { cropCode, varietyCode } = wish;
    if (!(await this.catalog.crop(cropCode))) return refuse('CROP_UNKNOWN', {}, 'cropCode');
    const variety = varietyCode === null ? undefined : await this.catalog.variety(varietyCode);
    if (varietyCode !== null && variety?.cropCode !== cropCode) {
      return refuse('ORDER_VARIETY_UNKNOWN', {}, 'varietyCode');
    }
    const known = new Set(
      (await this.catalog.gradesOf(cropCode, dayOf(wish.readyFrom))).map((grade) => grade.code),
    );
    const strange = wish.lines.findIndex((line) => !known.has(line.gradeCode));
    if (strange >= 0) return refuse('ORDER_GRADE_UNKNOWN', {}, `lines.${strange}.gradeCode`);
    const destination = await this.places.place(wish.destinationId);
    if (!destination || destination.kind === 'CHECKPOINT')
      return refuse('DESTINATION_UNKNOWN', {}, 'destinationId');
    const { pooledListingId } = wish;
    if (pooledListingId && !(await this.lots.isPoolOf(pooledListingId, cropCode)))
      return refuse('POOL_UNKNOWN', {}, 'pooledListingId');
    const communeIds = wish.communeIds ?? [];
    if (communeIds.length > MOST_COMMUNES) return refuse('COMMUNE_UNKNOWN', {}, 'communeIds');
    for (const [i, id] of communeIds.entries()) {
      const kind = (await this.places.unit(id))?.kind;
      if (kind !== 'COMMUNE' && kind !== 'TOWNSHIP')
        return refuse('COMMUNE_UNKNOWN', {}, `communeIds.${i}`);
    }
  }
}

/** What the wish leaves open, as it is meant then. */
const termsOf = ({ limits, cutOff, depositBp, cancelTerms }: Partial<BulkOrderWish>) => ({
  limits: limits ?? NO_LIMITS,
  cutOff: cutOff ?? null,
  depositBp: depositBp ?? 0,
  cancelTerms: cancelTerms ?? NO_CANCEL_TERMS,
});
