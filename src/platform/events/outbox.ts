import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { preparedIn } from '../database/prepared.js';
import type { Tx } from '../database/unit-of-work.js';

/** Event names and payloads; each feature adds its own by declaration merging. Payloads carry ids, not facts. */
export interface DomainEvents {}

export type EventName = keyof DomainEvents & string;

export interface EventEnvelope {
  readonly id: string;
  readonly name: string;
  readonly payload: unknown;
}

/** Tells the rest of the product what happened, inside the caller's transaction: no commit, no event. */
@Injectable()
export class Outbox {
  async publish<Name extends EventName>(
    tx: Tx,
    name: Name,
    payload: DomainEvents[Name],
  ): Promise<void> {
    const envelope: EventEnvelope = { id: uuid(), name, payload };
    await preparedIn(tx, {
      name: 'outbox.publish',
      text: `select graphile_worker.add_job('event', $1::json, max_attempts => 5)`,
      values: [JSON.stringify(envelope)],
    });
  }
}
