import { Injectable } from '@nestjs/common';
import type { Day } from '../kernel/day.js';
import type { ForecastEntity } from './data/forecast.entity.js';
import { ForecastsStore } from './data/forecasts.store.js';

export type Forecast = Readonly<ForecastEntity>;

/** What households say they will pick, for the features above. */
@Injectable()
export class Planning {
  constructor(private readonly forecasts: ForecastsStore) {}

  /** The last word of each household, crop and day in these communes; a day without a row was not reported. */
  currentForecasts(from: Day, to: Day, communeIds: readonly string[]): Promise<Forecast[]> {
    return this.forecasts.currentOfCommunes(communeIds, from, to);
  }
}
