import { Injectable } from '@nestjs/common';
import { Accounts } from '../accounts/index.js';
import { daysBetween, plusDays, type Day } from '../kernel/day.js';
import { grams } from '../kernel/units.js';
import type { Actor } from '../platform/access/actor.js';
import { CropCalendar } from './crop-calendar.js';
import type { ForecastEntity } from './data/forecast.entity.js';
import { ForecastsStore } from './data/forecasts.store.js';
import { RosterStore, type Grower, type RosterScope } from './data/roster.store.js';
import { CARRY_DAYS, marksOn, supplyOf, type DaySupply, type Mark } from './domain/forecast.js';
import { seasonOn, windowsFor, type CropWindow } from './domain/season.js';
import { Territory } from './territory.js';

/** One household and crop on the list of a clerk. */
interface GatheredRow extends Mark {
  readonly grower: Grower;
  /** The word that counts, when there is one for the day itself or shortly before. */
  readonly forecast: ForecastEntity | null;
  /** A number beyond what the land bears that waits for a yes. */
  readonly held: ForecastEntity | null;
}

export interface Gathered {
  readonly day: Day;
  readonly crops: readonly {
    readonly cropCode: string;
    readonly supply: DaySupply;
    readonly held: number;
  }[];
  readonly rows: readonly GatheredRow[];
  /** Households that let the asking party sell for them. */
  readonly entrusted: ReadonlySet<string>;
}

/** What the households a clerk answers for bring on a day: said, carried, unknown, never added up unseen. */
@Injectable()
export class CoopForecasts {
  constructor(
    private readonly roster: RosterStore,
    private readonly forecasts: ForecastsStore,
    private readonly calendar: CropCalendar,
    private readonly territory: Territory,
    private readonly accounts: Accounts,
  ) {}

  async of(actor: Actor, day: Day, cropCode: string | null): Promise<Gathered> {
    const growers = await this.roster.growers(await this.scopeOf(actor), cropCode, day);
    const ids = [...new Set(growers.map(({ householdId }) => householdId))];
    const [entrusted, said, held, windows] = await Promise.all([
      this.accounts.householdsSoldFor(actor.partyId ?? ''),
      this.forecasts.currentOfHouseholds(ids, plusDays(day, -CARRY_DAYS), day),
      this.forecasts.held(ids, day, day),
      this.calendar.on(),
    ]);
    const cropCodes = [...new Set(growers.map((grower) => grower.cropCode))].toSorted();
    const parts = cropCodes.map((code) => {
      const own = growers.filter((grower) => grower.cropCode === code);
      const words = said.filter((forecast) => forecast.cropCode === code);
      const waiting = held.filter((forecast) => forecast.cropCode === code);
      const rows = rowsOf(day, own, words, waiting, windowsFor(windows, code, null));
      return { cropCode: code, rows, supply: supplyOf(rows), held: waiting.length };
    });
    const shown = parts.filter(({ rows }) => rows.length > 0);
    return {
      day,
      crops: shown.map(({ cropCode: code, supply, held: waiting }) => ({
        cropCode: code,
        supply,
        held: waiting,
      })),
      rows: shown.flatMap(({ rows }) => rows),
      entrusted: new Set(entrusted),
    };
  }

  private async scopeOf(actor: Actor): Promise<RosterScope> {
    if (actor.role === 'COOP_CLERK')
      return { householdIds: await this.accounts.householdsSeenBy(actor.partyId ?? '') };
    return { communeIds: await this.territory.communesOf(actor, null) };
  }
}

function rowsOf(
  day: Day,
  growers: readonly Grower[],
  said: readonly ForecastEntity[],
  held: readonly ForecastEntity[],
  windows: readonly CropWindow[],
): GatheredRow[] {
  const season = seasonOn(windows, day);
  const perM2 = season
    ? season.window.usualKgPerHa / 10 / (daysBetween(season.firstDay, season.lastDay) + 1)
    : null;
  // Out of season only those who speak up are on the list.
  const expected = growers.flatMap((grower) => {
    const guess = grower.plannedG ?? (perM2 === null ? null : Math.round(grower.areaM2 * perM2));
    return guess === null ? [] : [{ householdId: grower.householdId, plannedGrams: grams(guess) }];
  });
  const marks = marksOn(
    day,
    expected,
    said.map((one) => ({ householdId: one.householdId, day: one.day, grams: grams(one.grams) })),
    CARRY_DAYS,
  );
  const markOf = new Map(marks.map((mark) => [mark.householdId, mark]));
  const waiting = new Map(held.map((one) => [one.householdId, one]));
  return growers.flatMap((grower): GatheredRow[] => {
    const mark = markOf.get(grower.householdId);
    const waits = waiting.get(grower.householdId) ?? null;
    if (!mark && !waits) return [];
    const {
      kind,
      grams: weight,
      saidFor,
    } = mark ?? {
      kind: 'UNKNOWN' as const,
      grams: null,
      saidFor: null,
    };
    const forecast = said.find(
      (one) => one.householdId === grower.householdId && one.day === saidFor,
    );
    return [
      {
        householdId: grower.householdId,
        kind,
        grams: weight,
        saidFor,
        grower,
        forecast: forecast ?? null,
        held: waits,
      },
    ];
  });
}
