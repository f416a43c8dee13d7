import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { dayOf, type Day } from '../kernel/day.js';
import { Cached } from '../platform/cached.js';
import type { CropWindowEntity } from './data/crop-window.entity.js';
import { CropWindowsStore } from './data/crop-windows.store.js';
import { seasonAround, windowsFor, type Season } from './domain/season.js';

/** When crops are picked and what land gives: as of a day, since the office may change it from a day on. */
@Injectable()
export class CropCalendar {
  readonly #rows: Cached<readonly CropWindowEntity[]>;

  constructor(
    store: CropWindowsStore,
    private readonly clock: Clock,
  ) {
    this.#rows = new Cached(clock, () => store.all());
  }

  /** The windows in force on a day: the last one set for each crop, variety and season. */
  async on(on: Day = dayOf(this.clock.now())): Promise<CropWindowEntity[]> {
    const inForce = new Map<string, CropWindowEntity>();
    for (const row of await this.#rows.get()) {
      if (row.validFrom <= on)
        inForce.set(`${row.cropCode}/${row.varietyCode ?? ''}/${row.season}`, row);
    }
    return [...inForce.values()];
  }

  /** Windows already set that come into force after a day, the nearest first. */
  async after(on: Day): Promise<CropWindowEntity[]> {
    const later = (await this.#rows.get()).filter(({ validFrom }) => validFrom > on);
    return later.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  }

  /** The season the day lies in, or the nearest; by the calendar in force today. */
  async seasonAround(
    cropCode: string,
    varietyCode: string | null,
    on: Day,
  ): Promise<Season | undefined> {
    return seasonAround(windowsFor(await this.on(), cropCode, varietyCode), on);
  }

  /** After a window was set in this process. */
  forget(): void {
    this.#rows.forget();
  }
}
