import { Injectable } from '@nestjs/common';
import type { Refusal } from '../../kernel/refusal.js';
import { UnitOfWork, type Tx } from '../database/unit-of-work.js';
import type { DomainEvents, EventEnvelope, EventName } from './outbox.js';

type Handler = (tx: Tx, payload: never, eventId: string) => Promise<void>;

/**
 * Writes what a handler has reckoned, in one transaction, unless the event took effect already. A refusal rolls back and
 * leaves the event to be tried again.
 */
export type Once = <Code extends string>(
  work: (tx: Tx) => Promise<Refusal<Code> | void>,
) => Promise<Refusal<Code> | void>;

type Listener =
  | { readonly name: string; readonly handle: Handler }
  | {
      readonly name: string;
      readonly reckon: (payload: never, once: Once, eventId: string) => Promise<void>;
    };

/** Who listens to what. For one event, a handler takes effect once. */
@Injectable()
export class Handlers {
  readonly #byEvent = new Map<string, Listener[]>();

  constructor(private readonly uow: UnitOfWork) {}

  /** Runs in one transaction. `handlerName` is kept with the event's id, so it must never be reused for another job. */
  on<Name extends EventName>(
    event: Name,
    handlerName: string,
    handle: (tx: Tx, payload: DomainEvents[Name], eventId: string) => Promise<void>,
  ): void {
    this.listen(event, { name: handlerName, handle });
  }

  /** As `on`, for what must be reckoned before it is written: no transaction is open until `once` is called. */
  reckonOn<Name extends EventName>(
    event: Name,
    handlerName: string,
    reckon: (payload: DomainEvents[Name], once: Once, eventId: string) => Promise<void>,
  ): void {
    this.listen(event, { name: handlerName, reckon });
  }

  async deliver(event: EventEnvelope): Promise<void> {
    for (const listener of this.#byEvent.get(event.name) ?? []) {
      const once: Once = (work) =>
        this.uow.run(async (tx) => {
          const first: unknown[] = await tx.query(
            `insert into handled_events (event_id, handler) values ($1, $2) on conflict do nothing returning 1`,
            [event.id, listener.name],
          );
          if (first.length > 0) return work(tx);
        });
      const payload = event.payload as never;
      if ('reckon' in listener) await listener.reckon(payload, once, event.id);
      else await once((tx) => listener.handle(tx, payload, event.id));
    }
  }

  private listen(event: EventName, listener: Listener): void {
    this.#byEvent.set(event, [...(this.#byEvent.get(event) ?? []), listener]);
  }
}
