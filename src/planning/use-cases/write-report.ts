import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { AssistedActs } from '../../accounts/index.js';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { grams, type Grams } from '../../kernel/units.js';
import type { Day } from '../../kernel/day.js';
import type { Actor } from '../../platform/access/actor.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { CropCalendar } from '../crop-calendar.js';
import { ForecastsStore } from '../data/forecasts.store.js';
import { PlansStore } from '../data/plans.store.js';
import type { Spokesman } from '../domain/standing.js';
import { estimateOf, NUMBER_BAND_BP, type Trend } from '../domain/trend.js';
import { plausibleGrams } from '../domain/yield.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    'forecast.reported': { forecastId: string };
  }
}

/** One word about one household, crop and day: a number, or an arrow against the last number. */
export interface Word {
  readonly householdId: string;
  readonly communeId: string;
  readonly grams: number | null;
  readonly trend: Trend | null;
  /** Said again after the market asked whether so much can be true. */
  readonly isSure: boolean;
}

/** Whose words are written, and for what. */
export interface Writing {
  readonly actor: Actor;
  readonly source: Spokesman;
  readonly cropCode: string;
  readonly day: Day;
}

export interface Written {
  readonly forecastId: string;
  /** Nothing was written: the same number is already the last word. */
  readonly isSame: boolean;
}

/** Puts words into the book of forecasts; the one place where a revision is made. */
@Injectable()
export class WriteReport {
  constructor(
    private readonly forecasts: ForecastsStore,
    private readonly plans: PlansStore,
    private readonly calendar: CropCalendar,
    private readonly assisted: AssistedActs,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async one(
    tx: Tx,
    writing: Writing,
    word: Word,
  ): Promise<Written | Refusal<'TREND_WITHOUT_NUMBER'>> {
    const room = await this.roomOf(tx, writing, [word.householdId]);
    return this.write(tx, writing, word, room.get(word.householdId) ?? null, false);
  }

  /** Many households at once: what equals the last word is left alone, so a list may be sent again. */
  async many(
    tx: Tx,
    writing: Writing,
    words: readonly Word[],
  ): Promise<(Written | Refusal<'TREND_WITHOUT_NUMBER'>)[]> {
    const room = await this.roomOf(
      tx,
      writing,
      words.map(({ householdId }) => householdId),
    );
    const answers: (Written | Refusal<'TREND_WITHOUT_NUMBER'>)[] = [];
    // In the order of their keys, so that two lists never wait for each other in a circle.
    const order = words.toSorted((a, b) => (a.householdId < b.householdId ? -1 : 1));
    const byHousehold = new Map<string, Written | Refusal<'TREND_WITHOUT_NUMBER'>>();
    for (const word of order) {
      const left = room.get(word.householdId) ?? null;
      byHousehold.set(word.householdId, await this.write(tx, writing, word, left, true));
    }
    for (const { householdId } of words) answers.push(byHousehold.get(householdId)!);
    return answers;
  }

  private async write(
    tx: Tx,
    { actor, source, cropCode, day }: Writing,
    word: Word,
    room: number | null,
    leavesSame: boolean,
  ): Promise<Written | Refusal<'TREND_WITHOUT_NUMBER'>> {
    const { householdId, communeId } = word;
    const key = { householdId, cropCode, day };
    await this.forecasts.lockKey(tx, key, communeId);
    const last = await this.forecasts.lastWords(tx, key);
    const said = numberOf(word, last.before);
    if (isRefusal(said)) return said;
    if (leavesSame && word.trend === null && last.current === said.grams)
      return { forecastId: '', isSame: true };

    const isOver = room !== null && said.grams > room && !word.isSure;
    const id = uuid();
    await this.forecasts.add(tx, {
      id,
      ...key,
      communeId,
      grams: said.grams,
      source,
      reportedBy: actor.personId,
      trend: word.trend,
      bandBp: said.bandBp,
      flag: isOver ? 'OVER_YIELD' : null,
      reason: null,
      eventId: null,
      createdAt: this.clock.now(),
    });
    await this.assisted.record(tx, actor, {
      householdId,
      kind: 'HARVEST_REPORTED',
      subjectId: id,
      facts: { cropCode, grams: said.grams, day },
    });
    await this.outbox.publish(tx, 'forecast.reported', { forecastId: id });
    return { forecastId: id, isSame: false };
  }

  /** What the land of each household can still plausibly give this season; left out where the land is unknown. */
  private async roomOf(
    tx: Tx,
    { cropCode, day }: Writing,
    householdIds: readonly string[],
  ): Promise<Map<string, number>> {
    const season = await this.calendar.seasonAround(cropCode, null, day);
    if (!season) return new Map();
    const m2 = await this.plans.plotsM2(
      householdIds.map((householdId) => ({ householdId, cropCode })),
    );
    const days = [season.firstDay, season.lastDay] as const;
    const said = await this.forecasts.seasonSums(tx, householdIds, cropCode, days, day);
    return new Map(
      householdIds.flatMap((id): [string, number][] => {
        const most = plausibleGrams(m2.get(`${id}/${cropCode}`) ?? 0, season.window);
        return most === null ? [] : [[id, most - (said.get(id) ?? 0)]];
      }),
    );
  }
}

function numberOf(
  { grams: said, trend }: Word,
  before: number | null,
): { grams: Grams; bandBp: number } | Refusal<'TREND_WITHOUT_NUMBER'> {
  if (trend === null) return { grams: grams(said ?? 0), bandBp: NUMBER_BAND_BP };
  return before === null ? refuse('TREND_WITHOUT_NUMBER', {}, 'trend') : estimateOf(trend, before);
}
