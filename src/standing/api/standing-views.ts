import { Injectable } from '@nestjs/common';
import { Catalog, type Grade } from '../../catalog/index.js';
import { Clock } from '../../kernel/clock.js';
import { dayOf, plusDays, type Day } from '../../kernel/day.js';
import { gradeNamed } from '../../lots/index.js';
import type { DecidedDay, StandingLine, StandingOrder } from '../data/standing.store.js';
import { occurrenceOn, occurrencesFrom, onDay } from '../domain/calendar.js';
import type { OccurrenceModel, StandingLineModel, StandingOrderModel } from './standing.model.js';

const DAYS_AHEAD = 14;
const DAYS_BACK = 14;

/** A standing order as the API shows it, with what its fields are looked up by. */
export interface ShownStanding extends StandingOrderModel {
  readonly standing: StandingOrder;
}

@Injectable()
export class StandingViews {
  constructor(
    private readonly catalog: Catalog,
    private readonly clock: Clock,
  ) {}

  async of(standing: StandingOrder): Promise<ShownStanding> {
    const crop = await this.catalog.crop(standing.cropCode);
    if (!crop) throw new Error(`standing order ${standing.id} names an unknown crop`);
    const { id, weekdays, leadHours, state, version } = standing;
    const lines = named(standing.lines, await this.catalog.gradesOf(standing.cropCode));
    return { id, crop, weekdays, leadHours, state, version, lines, standing };
  }

  get firstDay(): Day {
    return plusDays(dayOf(this.clock.now()), -DAYS_BACK);
  }

  /** What is to come within two weeks, and of the two weeks before what was decided; earliest first. */
  async calendarOf(
    standing: StandingOrder,
    decided: readonly DecidedDay[],
  ): Promise<OccurrenceModel[]> {
    const now = this.clock.now();
    const grades = await this.catalog.gradesOf(standing.cropCode);
    const known = new Map(decided.map((one) => [one.day, one]));
    const ahead = occurrencesFrom(standing, dayOf(now), DAYS_AHEAD).filter(
      ({ closesAt }) => closesAt > now,
    );
    // A word about a day that the calendar no longer has, or that never came to anything, is not worth a line.
    const told = decided.filter(
      ({ day, state }) =>
        state === 'OPENED' || (state !== 'PLANNED' && occurrenceOn(standing, day) !== undefined),
    );
    const days = new Set([...ahead, ...told].map(({ day }) => day));
    return [...days].toSorted().map((day) => {
      const one = known.get(day);
      const { readyFrom, readyTo, opensAt } = onDay(standing, day);
      return {
        day,
        readyFrom,
        readyTo,
        opensAt,
        state: one?.state ?? 'PLANNED',
        emptyReason: one?.emptyReason ?? null,
        isChanged: Boolean(one?.lines),
        lines: named(one?.lines ?? standing.lines, grades),
        isGathering: one?.isGathering ?? false,
        orderId: one?.orderId ?? null,
      };
    });
  }
}

const named = (lines: readonly StandingLine[], grades: readonly Grade[]): StandingLineModel[] =>
  lines.map(({ gradeCode, grams, maxVndPerKg }) => ({
    grade: gradeNamed(gradeCode, grades),
    grams,
    maxVndPerKg,
  }));
