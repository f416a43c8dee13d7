import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Accounts } from '../../accounts/index.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Side } from '../../kernel/side.js';
import { sumGrams, type Grams } from '../../kernel/units.js';
import { Orders, type Deal } from '../../orders/index.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Runs, type ChangedDeal, type RideOutlook } from '../../runs/index.js';
import {
  goodsAfter,
  goodsBefore,
  isAsProposed,
  isHoursChanged,
  type ChangedPart,
} from '../domain/order-change.js';
import { GivingUpDeals } from './giving-up.js';

export type ChangingRefusal =
  | 'CHANGE_STALE'
  | 'CHANGE_VEHICLE_LEFT'
  | 'CHANGE_RUN_FULL'
  | 'DEAL_OVER'
  | 'DEAL_ON_SCALE'
  | 'BUYER_NOT_ACTIVE'
  | 'HOUSEHOLD_SUSPENDED'
  | 'LOT_NOT_ENOUGH';

/** A run that follows; what all of it carries is the buyer's to know. */
interface ShownRide {
  readonly runNumber: string;
  readonly plate: string;
  readonly leftOut: readonly string[];
  readonly loadBefore: Grams | null;
  readonly loadAfter: Grams | null;
  readonly permit: RideOutlook['permit'] | null;
}

/** What a change would bring about, as far as one side may see it. */
export interface ChangeOutlook<Part extends ChangedPart = ChangedPart> {
  readonly parts: readonly Part[];
  readonly rides: readonly ShownRide[];
  /** Tells whether what was shown is still so. */
  readonly seen: string;
}

/** What changes of deals bring about, foreseen and carried out by the same rules. */
@Injectable()
export class Changing {
  constructor(
    private readonly orders: Orders,
    private readonly runs: Runs,
    private readonly accounts: Accounts,
    private readonly givingUp: GivingUpDeals,
  ) {}

  /**
   * Whether every part could be carried out now, and what runs would do.
   * @param deals of the parts; locked when `how` is LOCK, and then their runs are locked too
   */
  async judge(
    tx: Tx,
    parts: readonly ChangedPart[],
    deals: readonly Deal[],
    how: 'READ' | 'LOCK',
  ): Promise<readonly RideOutlook[] | Refusal<ChangingRefusal>> {
    const pairs = paired(parts, deals);
    if (pairs.some(({ part, deal }) => !isAsProposed(part, deal))) return refuse('CHANGE_STALE');
    const hindrance = (await this.givingUp.hindrance(...deals)) ?? (await this.suspended(deals));
    if (hindrance) return hindrance;
    const rides = await this.runs.foresee(
      parts.map(toChangedDeal),
      how === 'LOCK' ? tx : undefined,
    );
    for (const { plate, isDispatched, payloadG, loadBefore, loadAfter } of rides) {
      if (isDispatched) return refuse('CHANGE_VEHICLE_LEFT', { plate });
      if (loadAfter > payloadG && loadAfter > loadBefore)
        return refuse('CHANGE_RUN_FULL', { plate, freeGrams: Math.max(0, payloadG - loadBefore) });
    }
    for (const { part, deal } of pairs) {
      const short = await this.orders.shortOf(tx, deal, toTerms(part));
      if (isRefusal(short)) return short;
    }
    return rides;
  }

  /** Carries out what was judged under lock. */
  async apply(
    tx: Tx,
    parts: readonly ChangedPart[],
    deals: readonly Deal[],
  ): Promise<void | Refusal<'LOT_NOT_ENOUGH'>> {
    for (const { part, deal } of paired(parts, deals)) {
      const changed = await this.orders.changeDeal(tx, deal, toTerms(part));
      if (isRefusal(changed)) return changed;
    }
    await this.runs.follow(tx, parts.map(toChangedDeal));
  }

  /** Who is suspended finishes what is agreed and agrees to nothing new (ID-10). */
  private async suspended(
    deals: readonly Deal[],
  ): Promise<Refusal<'BUYER_NOT_ACTIVE' | 'HOUSEHOLD_SUSPENDED'> | undefined> {
    const ids = new Set(deals.flatMap(({ buyerId, householdId }) => [buyerId, householdId]));
    const parties = await this.accounts.parties([...ids]);
    const suspended = parties.find(({ state }) => state !== 'ACTIVE');
    if (!suspended) return undefined;
    return deals.some(({ buyerId }) => buyerId === suspended.id)
      ? refuse('BUYER_NOT_ACTIVE')
      : refuse('HOUSEHOLD_SUSPENDED', { reason: suspended.stateReason ?? '' });
  }
}

/** What one side is shown of a judged change: its own parts, and of runs no more than concerns it. */
export function outlookFor<Part extends ChangedPart>(
  side: Side,
  parts: readonly Part[],
  rides: readonly RideOutlook[],
): ChangeOutlook<Part> {
  const own = new Map(parts.map(({ dealId, dealNumber }) => [dealId, dealNumber]));
  const shown = rides
    .filter(({ dealIds }) => dealIds.some((id) => own.has(id)))
    .map(({ runNumber, plate, leftOut, loadBefore, loadAfter, permit }) => ({
      runNumber,
      plate,
      leftOut: leftOut.flatMap((id) => own.get(id) ?? []),
      loadBefore: side === 'BUYER' ? loadBefore : null,
      loadAfter: side === 'BUYER' ? loadAfter : null,
      permit: side === 'BUYER' ? permit : null,
    }));
  const facts = parts.map(({ dealId, readyFrom, readyTo, lines }) => [
    dealId,
    readyFrom,
    readyTo,
    lines,
  ]);
  const seen = createHash('sha256')
    .update(JSON.stringify([facts, shown]))
    .digest('hex');
  return { parts, rides: shown, seen };
}

/** Kilograms and đồng of the shown parts together, before and after. */
export const sumsOf = (parts: readonly ChangedPart[]) => ({
  gramsBefore: sumGrams(parts.flatMap(({ lines }) => lines.map((line) => line.gramsBefore))),
  grams: sumGrams(parts.flatMap(({ lines }) => lines.map((line) => line.grams))),
  goodsVndBefore: parts.reduce((sum, part) => sum + goodsBefore(part), 0),
  goodsVnd: parts.reduce((sum, part) => sum + goodsAfter(part), 0),
});

function paired(
  parts: readonly ChangedPart[],
  deals: readonly Deal[],
): { part: ChangedPart; deal: Deal }[] {
  return parts.map((part) => {
    const deal = deals.find(({ id }) => id === part.dealId);
    if (!deal) throw new Error(`no deal ${part.dealId}`);
    return { part, deal };
  });
}

const toTerms = ({ readyFrom, readyTo, lines }: ChangedPart) => ({
  readyFrom,
  readyTo,
  lines: lines.map(({ lineId, grams }) => ({ id: lineId, grams })),
});

const toChangedDeal = (part: ChangedPart): ChangedDeal => ({
  dealId: part.dealId,
  grams: sumGrams(part.lines.map((line) => line.grams)),
  hours: isHoursChanged(part) ? { from: part.readyFrom, to: part.readyTo } : null,
});
