import { Injectable } from '@nestjs/common';
import { dayOf, type Day } from '../kernel/day.js';
import { vnd, type Vnd } from '../kernel/units.js';
import { Boards, type PriceRow } from '../office/index.js';

/** What the market says of a crop, for the two sides of a negotiation. */
@Injectable()
export class MarketFacts {
  constructor(private readonly boards: Boards) {}

  /** Low, mostly and high of the last market day at or before `at`, by grade. */
  async prices(cropCode: string, at: Date): Promise<{ day: Day; rows: PriceRow[] }> {
    const { day, rows } = await this.boards.pricesOn(dayOf(at));
    return { day, rows: rows.filter((row) => row.cropCode === cropCode) };
  }

  /** The reference price of a grade at or before `at`, by grade; grades nobody may show a price of are missing. */
  async references(cropCode: string, at: Date): Promise<Map<string, Vnd>> {
    const usual = await this.boards.usualPrices(dayOf(at));
    // Oldest first: a later day overwrites an earlier one.
    return new Map(
      usual
        .filter((price) => price.cropCode === cropCode)
        .map((price) => [price.gradeCode, vnd(price.usualVnd)]),
    );
  }
}
