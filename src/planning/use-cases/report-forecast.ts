import { Injectable } from '@nestjs/common';
import { Catalog } from '../../catalog/index.js';
import { Clock } from '../../kernel/clock.js';
import { dayOf, type Day } from '../../kernel/day.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { forecastPolicy } from '../domain/forecast.policy.js';
import { checkReport, type ReportRefusal } from '../domain/report-checks.js';
import { spokesmanOf } from '../domain/standing.js';
import type { Trend } from '../domain/trend.js';
import { Standings } from '../standings.js';
import { WriteReport } from './write-report.js';

export interface ReportWish {
  readonly clientMutationId: string;
  /** Left out: the household acted for. */
  readonly householdId?: string | null;
  readonly cropCode: string;
  readonly day: Day;
  /** A number or an arrow, one of the two. */
  readonly grams?: number | null;
  readonly trend?: Trend | null;
  readonly isSure?: boolean | null;
}

type Refused = Refusal<
  | 'HOUSEHOLD_NOT_FOUND'
  | 'HOUSEHOLD_MERGED'
  | 'CROP_UNKNOWN'
  | 'FORECAST_NUMBER_MISSING'
  | 'TREND_WITHOUT_NUMBER'
  | ReportRefusal
  | ActRefusal
>;

/** "Mai có bao nhiêu?": one number for a household, crop and day. */
@Injectable()
export class ReportForecast {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly writing: WriteReport,
    private readonly standings: Standings,
    private readonly catalog: Catalog,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, wish: ReportWish): Promise<{ forecastId: string } | Refused> {
    const householdId = wish.householdId ?? actor.partyId ?? '';
    const found = await this.standings.of(actor, householdId);
    if (!found || !forecastPolicy.report.allows(actor, found.standing))
      return refuse('HOUSEHOLD_NOT_FOUND');
    const source = spokesmanOf(actor, found.standing);
    const { communeId } = found.household;
    if (!source || communeId === null) return refuse('HOUSEHOLD_NOT_FOUND');
    if (!(await this.catalog.crop(wish.cropCode))) return refuse('CROP_UNKNOWN', {}, 'cropCode');
    const { cropCode, day, grams = null, trend = null } = wish;
    if ((grams === null) === (trend === null))
      return refuse('FORECAST_NUMBER_MISSING', {}, 'grams');

    const { clientMutationId, ...request } = wish;
    return this.uow.once(
      { actor, operation: 'reportForecast', key: clientMutationId, request },
      async (tx) => {
        if (found.household.mergedIntoId !== null) return refuse('HOUSEHOLD_MERGED');
        const doubt = checkReport({ day, grams: grams ?? 0 }, dayOf(this.clock.now()));
        if (doubt) return doubt;
        const written = await this.writing.one(
          tx,
          { actor, source, cropCode, day },
          { householdId, communeId, grams, trend, isSure: wish.isSure ?? false },
        );
        return isRefusal(written) ? written : { forecastId: written.forecastId };
      },
    );
  }
}
