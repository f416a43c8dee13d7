import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { dayOf, plusDays, type Day } from '../../kernel/day.js';
import { isId } from '../../kernel/id.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import { ReviseOrder, type ReviseRefusal } from '../../orders/index.js';
import {
  UnitOfWork,
  type Act,
  type ActRefusal,
  type Tx,
} from '../../platform/database/unit-of-work.js';
import {
  StandingStore,
  type DecidedDay,
  type StandingLine,
  type StandingOrder,
} from '../data/standing.store.js';
import { impossibleCalendar, inWeekOrder, occurrenceOn } from '../domain/calendar.js';
import { standingPolicy } from '../domain/standing.policy.js';
import { Wishes, type LinesRefusal } from './wishes.js';

export type Applies = 'ONLY_THIS' | 'FROM_NEXT';

export interface ChangeWish {
  readonly standingOrderId: string;
  /** Of the standing order as its buyer saw it. */
  readonly expectedVersion: number;
  /** null: as it is. */
  readonly weekdays: readonly number[] | null;
  readonly leadHours: number | null;
  readonly lines: readonly StandingLine[];
  /** null is enough while no occurrence is open. */
  readonly applies: Applies | null;
  /** Of ONLY_THIS. */
  readonly day: Day | null;
}

type Changed = { readonly id: string };
type OnceRefusal =
  'OCCURRENCE_NOT_FOUND' | 'OCCURRENCE_SKIPPED' | 'STANDING_CALENDAR_NOT_ONCE' | ReviseRefusal;
type ChangeRefusal =
  | LinesRefusal
  | OnceRefusal
  | 'STANDING_ORDER_NOT_FOUND'
  | 'STANDING_CHANGED'
  | 'STANDING_CHOICE_MISSING'
  | 'STANDING_WEEKDAYS_MISSING'
  | 'STANDING_LEAD_IMPLAUSIBLE';

/** An occurrence whose window began longer ago than this gathers no more. */
const LONGEST_WINDOW_DAYS = 7;

/**
 * Other lines or another calendar (OR-08). While the order of an occurrence gathers, nobody can guess which is meant: its
 * buyer says whether this one time changes or everything from the next one on.
 */
@Injectable()
export class ChangeStandingOrder {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: StandingStore,
    private readonly revising: ReviseOrder,
    private readonly wishes: Wishes,
    private readonly clock: Clock,
  ) {}

  run(act: Act, wish: ChangeWish): Promise<Changed | Refusal<ChangeRefusal | ActRefusal>> {
    const { actor } = act;
    return this.uow.once<Changed | Refusal<ChangeRefusal>>(act, async (tx) => {
      const { standingOrderId: id } = wish;
      const standing = isId(id) ? await this.store.lock(tx, id) : undefined;
      if (!standing || !standingPolicy.keep.allows(actor, standing))
        return refuse('STANDING_ORDER_NOT_FOUND');
      const { expectedVersion } = wish;
      const { version } = standing;
      if (version !== expectedVersion)
        return refuse('STANDING_CHANGED', { expectedVersion, version });
      const weekdays = wish.weekdays ? inWeekOrder(wish.weekdays) : standing.weekdays;
      const leadHours = wish.leadHours ?? standing.leadHours;
      const impossible =
        impossibleCalendar({ ...standing, weekdays, leadHours }) ??
        (await this.wishes.impossible(standing.cropCode, wish.lines));
      if (impossible) return impossible;
      const from = plusDays(dayOf(this.clock.now()), -LONGEST_WINDOW_DAYS);
      const decided = await this.store.decidedOfLocked(tx, id, from);
      const gathering = decided.find((day) => day.isGathering);
      if (gathering && !wish.applies) {
        const { day, orderNumber } = gathering;
        return refuse('STANDING_CHOICE_MISSING', { day, orderNumber }, 'applies');
      }
      if (wish.applies !== 'ONLY_THIS') {
        await this.store.change(tx, id, { weekdays, leadHours, lines: wish.lines });
        await this.store.countOn(tx, id);
        return { id };
      }
      const isCalendarSame =
        String(weekdays) === String(standing.weekdays) && leadHours === standing.leadHours;
      if (!isCalendarSame) return refuse('STANDING_CALENDAR_NOT_ONCE', {}, 'applies');
      return this.once(tx, standing, wish, decided);
    });
  }

  /** One day alone: its order when it gathers, else what its order will ask for. */
  private async once(
    tx: Tx,
    standing: StandingOrder,
    { day, lines }: ChangeWish,
    decided: readonly DecidedDay[],
  ): Promise<Changed | Refusal<OnceRefusal>> {
    const now = this.clock.now();
    const { id } = standing;
    const one = decided.find((known) => known.day === day);
    if (day === null) return refuse('OCCURRENCE_NOT_FOUND', {}, 'day');
    if (one?.state === 'SKIPPED') return refuse('OCCURRENCE_SKIPPED', {}, 'day');
    if (one?.orderId) {
      const revised = await this.revising.run(tx, one.orderId, lines);
      if ('refused' in revised) return revised;
    } else {
      const occurrence = occurrenceOn(standing, day);
      if (!occurrence || occurrence.closesAt <= now)
        return refuse('OCCURRENCE_NOT_FOUND', {}, 'day');
      await this.store.decide(tx, { id, day }, { state: 'PLANNED' }, now);
    }
    await this.store.writeDay(tx, { id, day }, lines);
    await this.store.countOn(tx, id);
    return { id };
  }
}
