import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AssistedActs } from '../../accounts/index.js';
import { Clock } from '../../kernel/clock.js';
import { refuse } from '../../kernel/refusal.js';
import { FieldEventsStore } from '../data/field-events.store.js';

/** ID-06: the household undoes what somebody else reported of its field; its numbers are what they were said to be. */
@Injectable()
export class TakeEventBack implements OnModuleInit {
  constructor(
    private readonly assisted: AssistedActs,
    private readonly events: FieldEventsStore,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.assisted.onUndo('FIELD_EVENT_REPORTED', async (tx, { subjectId }, { personId }) => {
      if (!(await this.events.takeBack(tx, subjectId, personId, this.clock.now())))
        return refuse('ASSISTED_CHANGED_SINCE');
    });
  }
}
