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
import type { FieldEventEntity } from '../data/field-event.entity.js';
import { FieldEventsStore } from '../data/field-events.store.js';
import { checkEvent, type FieldEventKind, type FieldEventRefusal } from '../domain/field-event.js';
import { forecastPolicy } from '../domain/forecast.policy.js';
import { Subjects } from '../subjects.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    'field-event.reported': { eventId: string };
  }
}

export interface FieldEventWish {
  readonly clientMutationId: string;
  readonly kind: FieldEventKind;
  /** The whole commune; else one household, the own one when neither is given. */
  readonly communeId?: string | null;
  readonly householdId?: string | null;
  readonly cropCode?: string | null;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly lossBp: number;
  readonly note?: string | null;
}

const LONGEST_NOTE = 300;

/** Hail, flood, pests: marks the plots it struck and lowers what was said for the days it reaches. */
@Injectable()
export class ReportFieldEvent {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly events: FieldEventsStore,
    private readonly subjects: Subjects,
    private readonly assisted: AssistedActs,
    private readonly catalog: Catalog,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    wish: FieldEventWish,
  ): Promise<
    | { eventId: string }
    | Refusal<'HOUSEHOLD_NOT_FOUND' | 'CROP_UNKNOWN' | FieldEventRefusal | ActRefusal>
  > {
    const struck = await this.subjects.of(actor, wish, forecastPolicy.report);
    if (!struck) return refuse('HOUSEHOLD_NOT_FOUND');
    if (wish.cropCode && !(await this.catalog.crop(wish.cropCode)))
      return refuse('CROP_UNKNOWN', {}, 'cropCode');
    const { clientMutationId, ...request } = wish;
    return this.uow.once(
      { actor, operation: 'reportFieldEvent', key: clientMutationId, request },
      async (tx) => {
        const now = this.clock.now();
        const today = dayOf(now);
        const doubt = checkEvent(wish, today);
        if (doubt) return doubt;
        const event: FieldEventEntity = {
          id: uuid(),
          kind: wish.kind,
          ...struck,
          cropCode: wish.cropCode ?? null,
          firstDay: wish.firstDay,
          lastDay: wish.lastDay,
          lossBp: wish.lossBp,
          note: (wish.note ?? '').normalize('NFC').trim().slice(0, LONGEST_NOTE),
          reportedBy: actor.personId,
          createdAt: now,
          takenBackAt: null,
          takenBackBy: null,
        };
        await this.events.add(tx, event);
        // What was picked before today is no forecast any more.
        await this.events.lower(tx, event, wish.firstDay > today ? wish.firstDay : today);
        if (event.householdId !== null) {
          await this.assisted.record(tx, actor, {
            householdId: event.householdId,
            kind: 'FIELD_EVENT_REPORTED',
            subjectId: event.id,
            facts: {
              ...(event.cropCode === null ? {} : { cropCode: event.cropCode }),
              day: event.firstDay,
              untilDay: event.lastDay,
              lossPercent: event.lossBp / 100,
            },
          });
        }
        await this.outbox.publish(tx, 'field-event.reported', { eventId: event.id });
        return { eventId: event.id };
      },
    );
  }
}
