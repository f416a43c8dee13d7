import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Accounts } from '../../accounts/index.js';
import { Notices } from '../../messages/index.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Handlers } from '../../platform/events/handlers.js';
import { ForecastsStore } from '../data/forecasts.store.js';

/** A household hears of every number that somebody else reported for it. */
@Injectable()
export class TellHouseholdOfReport implements OnModuleInit {
  constructor(
    private readonly handlers: Handlers,
    private readonly forecasts: ForecastsStore,
    private readonly accounts: Accounts,
    private readonly notices: Notices,
  ) {}

  onModuleInit(): void {
    this.handlers.on(
      'forecast.reported',
      'planning.tell-household',
      (tx, { forecastId }, eventId) => this.run(tx, forecastId, eventId),
    );
  }

  private async run(tx: Tx, forecastId: string, eventId: string): Promise<void> {
    const { source, reportedBy, householdId, cropCode, grams, day } =
      await this.forecasts.byId(forecastId);
    if (source === 'GROWER') return;
    const reporter = await this.accounts.person(reportedBy);
    const facts = { by: reporter?.name ?? '', cropCode, grams, day };
    await this.notices.tell(tx, eventId, [
      { partyId: householdId, kind: 'FORECAST_REPORTED_FOR_YOU', facts, path: '/app/bao' },
    ]);
  }
}
