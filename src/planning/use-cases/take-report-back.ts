import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AssistedActs } from '../../accounts/index.js';
import { Clock } from '../../kernel/clock.js';
import { refuse } from '../../kernel/refusal.js';
import { ForecastsStore } from '../data/forecasts.store.js';

/** ID-06: the household undoes a number that somebody else reported; the number before it counts again. */
@Injectable()
export class TakeReportBack implements OnModuleInit {
  constructor(
    private readonly assisted: AssistedActs,
    private readonly forecasts: ForecastsStore,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.assisted.onUndo('HARVEST_REPORTED', async (tx, { subjectId }) => {
      if (!(await this.forecasts.takeBack(tx, subjectId, this.clock.now())))
        return refuse('ASSISTED_CHANGED_SINCE');
    });
  }
}
