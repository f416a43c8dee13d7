import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { AssistedActs } from '../../accounts/index.js';
import { Catalog } from '../../catalog/index.js';
import { Clock } from '../../kernel/clock.js';
import { dayOf, type Day } from '../../kernel/day.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { ForecastsStore } from '../data/forecasts.store.js';
import { forecastPolicy } from '../domain/forecast.policy.js';
import { checkReport, type ReportRefusal } from '../domain/report-checks.js';
import { spokesmanOf } from '../domain/standing.js';
import { Standings } from '../standings.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    'forecast.reported': { forecastId: string };
  }
}

export interface ReportWish {
  readonly clientMutationId: string;
  /** Left out: the household acted for. */
  readonly householdId?: string | null;
  readonly cropCode: string;
  readonly day: Day;
  readonly grams: number;
}

type Refused = Refusal<'HOUSEHOLD_NOT_FOUND' | 'CROP_UNKNOWN' | ReportRefusal | ActRefusal>;

/** "Mai có bao nhiêu?": one number for a household, crop and day. */
@Injectable()
export class ReportForecast {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly forecasts: ForecastsStore,
    private readonly standings: Standings,
    private readonly catalog: Catalog,
    private readonly assisted: AssistedActs,
    private readonly outbox: Outbox,
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

    const { clientMutationId, ...request } = wish;
    return this.uow.once(
      { actor, operation: 'reportForecast', key: clientMutationId, request },
      async (tx) => {
        const now = this.clock.now();
        const doubt = checkReport(wish, dayOf(now));
        if (doubt) return doubt;
        const { cropCode, day, grams } = wish;
        const id = uuid();
        const reported = { id, householdId, communeId, cropCode, day, grams, source };
        await this.forecasts.add(tx, { ...reported, reportedBy: actor.personId, createdAt: now });
        await this.assisted.record(tx, actor, {
          householdId,
          kind: 'HARVEST_REPORTED',
          subjectId: id,
          facts: { cropCode, grams, day },
        });
        await this.outbox.publish(tx, 'forecast.reported', { forecastId: id });
        return { forecastId: id };
      },
    );
  }
}
