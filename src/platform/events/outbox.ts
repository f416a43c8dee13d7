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

/** Each waits longer than the one before: five pass within two minutes. */
const TRIES = 5;

/** Tells the rest of the product what happened, inside the caller's transaction: no commit, no event. */
@Injectable()
export class Outbox {
  /** @param tries more than the usual when hours of a failing gateway must not lose it: twelve take ten hours */
  async publish<Name extends EventName>(
    tx: Tx,
    name: Name,
    payload: DomainEvents[Name],
    tries = TRIES,
  ): Promise<void> {
    await preparedIn(tx, {
      name: 'outbox.publish',
      text: `select graphile_worker.add_job('event', $1::json, max_attempts => $2)`,
      values: [JSON.stringify(envelopeOf(name, payload)), tries],
    });
  }

  /** Many of one kind in one statement; each is an event of its own. */
  async publishAll<Name extends EventName>(
    tx: Tx,
    name: Name,
    payloads: readonly DomainEvents[Name][],
  ): Promise<void> {
    await tx.query(
      `select graphile_worker.add_job('event', e.envelope, max_attempts => ${TRIES}) from unnest($1::json[]) as e (envelope)`,
      [payloads.map((payload) => JSON.stringify(envelopeOf(name, payload)))],
    );
  }
}

const envelopeOf = (name: EventName, payload: unknown): EventEnvelope => ({
  id: uuid(),
  name,
  payload,
});
