import { setTimeout as pass } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { plusDays, type Day } from '../kernel/day.js';
import { Places } from '../places/index.js';
import { Territory } from '../planning/index.js';
import type { Actor } from '../platform/access/actor.js';
import { SharedReads } from '../platform/shared-reads.js';
import { PriceStore, type UsualPrice } from './data/price.store.js';
import { SupplyStore, type DrillRow } from './data/supply.store.js';
import { priceBoard, type PriceRow } from './domain/price-board.js';
import {
  boardOf,
  totalOf,
  type Measure,
  type SupplyFigures,
  type SupplyRow,
} from './domain/supply-board.js';

export interface SupplyBoard {
  readonly day: Day;
  readonly dataAt: Date;
  readonly rows: readonly SupplyRow[];
  readonly totals: SupplyFigures;
  readonly yesterday: SupplyFigures;
}

export interface CurveDay {
  readonly day: Day;
  readonly forecastGrams: number | null;
  readonly committedGrams: number;
  readonly truckCapacityGrams: number;
  readonly unknownHouseholds: number;
  readonly isGlut: boolean;
}

// Boards that were told of one change ask within so many milliseconds of each other.
const GATHER_MS = 20;
const CURVE_DAYS = 14;
// A glut is called while there are still three days to act, when a fifth more ripens than is sold.
const GLUT_DAYS_AHEAD = 3;
const GLUT_SHARE = 1.2;

/** The numbers of the agriculture office, each of which drills down to the rows it adds up. */
@Injectable()
export class Boards {
  readonly #shared = new SharedReads<SupplyBoard>(() => pass(GATHER_MS));

  constructor(
    private readonly supply: SupplyStore,
    private readonly prices: PriceStore,
    private readonly territory: Territory,
    private readonly places: Places,
    private readonly clock: Clock,
  ) {}

  async supplyOn(actor: Actor, day: Day, communeId: string | null): Promise<SupplyBoard> {
    const communes = await this.territory.communesOf(actor, communeId);
    return this.#shared.ask([day, ...communes].join(), () => this.readSupply(day, communes));
  }

  async drill(
    actor: Actor,
    day: Day,
    communeId: string,
    cropCode: string,
    measure: Measure,
  ): Promise<DrillRow[]> {
    const communes = await this.territory.communesOf(actor, communeId);
    return this.supply.drill(day, communes, cropCode, measure);
  }

  async curve(actor: Actor, cropCode: string, from: Day): Promise<CurveDay[]> {
    const communes = await this.territory.communesOf(actor, null);
    const days = Array.from({ length: CURVE_DAYS }, (_, ahead) => plusDays(from, ahead));
    const to = days.at(-1) ?? from;
    const [sums, growers, truckCapacityGrams] = await Promise.all([
      this.supply.curve(from, to, cropCode, communes),
      this.supply.growers(cropCode, communes),
      this.supply.truckGrams(from),
    ]);
    const sumOf = (day: Day, measure: string) =>
      sums.find((sum) => sum.day === day && sum.measure === measure);
    return days.map((day, ahead) => {
      const forecast = sumOf(day, 'FORECAST');
      const committedGrams = sumOf(day, 'COMMITTED')?.grams ?? 0;
      const forecastGrams = forecast?.grams ?? null;
      return {
        day,
        forecastGrams,
        committedGrams,
        truckCapacityGrams,
        unknownHouseholds: Math.max(0, growers - (forecast?.households ?? 0)),
        isGlut: ahead <= GLUT_DAYS_AHEAD && (forecastGrams ?? 0) > committedGrams * GLUT_SHARE,
      };
    });
  }

  /** Prices of the last market day at or before `day`. */
  async pricesOn(day: Day): Promise<{ day: Day; rows: PriceRow[] }> {
    const marketDay = (await this.prices.lastMarketDay(day)) ?? day;
    const dayBefore = await this.prices.lastMarketDay(plusDays(marketDay, -1));
    const [paid, before] = await Promise.all([
      this.prices.paidOn(marketDay),
      dayBefore === null ? [] : this.prices.paidOn(dayBefore),
    ]);
    return { day: marketDay, rows: priceBoard(paid, before) };
  }

  /** Usual prices of the market days of two weeks up to `day`, oldest first. */
  usualPrices(day: Day): Promise<UsualPrice[]> {
    return this.prices.usualByDay(plusDays(day, 1 - CURVE_DAYS), day);
  }

  private async readSupply(day: Day, communes: readonly string[]): Promise<SupplyBoard> {
    const dataAt = this.clock.now();
    const [today, before] = await Promise.all([
      this.rowsOn(day, communes),
      this.rowsOn(plusDays(day, -1), communes),
    ]);
    return { day, dataAt, rows: today, totals: totalOf(today), yesterday: totalOf(before) };
  }

  private async rowsOn(day: Day, communes: readonly string[]): Promise<SupplyRow[]> {
    const sums = await this.supply.sums(day, communes);
    const names = new Map<string, string>();
    for (const id of communes) names.set(id, (await this.places.communeOn(id, day))?.id ?? id);
    return boardOf(sums, (id) => names.get(id) ?? id);
  }
}
