import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { dayOf, instant, plusDays } from '../kernel/day.js';
import { Territory } from '../planning/index.js';
import type { Actor } from '../platform/access/actor.js';
import { pageOf, pageSize, type Page } from '../platform/graphql/page.js';
import {
  ForecastErrorsStore,
  type ComparedCrop,
  type ComparedCursor,
} from './data/forecast-errors.store.js';
import { forecastError, WINDOW_DAYS, type ForecastError } from './domain/forecast-error.js';

/** A household's numbers of one crop beside the scale; without an error while the days are too few. */
export interface HouseholdError extends ComparedCrop {
  readonly error: ForecastError | undefined;
}

/** PL-06: what came true of what households said; read by the household itself and by the offices of its ground. */
@Injectable()
export class ForecastErrors {
  constructor(
    private readonly store: ForecastErrorsStore,
    private readonly territory: Territory,
    private readonly clock: Clock,
  ) {}

  async ofHousehold(householdId: string): Promise<HouseholdError[]> {
    return (await this.store.ofHousehold(householdId, this.from())).map(judged);
  }

  async page(
    actor: Actor,
    wish: { readonly cropCode: string | null; readonly communeId: string | null },
    first: number,
    after: ComparedCursor | undefined,
  ): Promise<Page<HouseholdError>> {
    const communes = await this.territory.communesOf(actor, wish.communeId);
    const limit = pageSize(first) + 1;
    const rows = await this.store.page(communes, this.from(), wish.cropCode, after, limit);
    return pageOf(rows.map(judged), first, ({ apart, householdId, cropCode }) => [
      apart,
      householdId,
      cropCode,
    ]);
  }

  private from(): Date {
    return instant(plusDays(dayOf(this.clock.now()), -WINDOW_DAYS), '00:00');
  }
}

const judged = (row: ComparedCrop): HouseholdError => ({ ...row, error: forecastError(row) });
