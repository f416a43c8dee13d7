import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '../database/unit-of-work.js';
import type { DomainEvents, EventEnvelope, EventName } from './outbox.js';

type Handler = (tx: Tx, payload: never, eventId: string) => Promise<void>;

/** Who listens to what. A handler runs in one transaction and, for one event, takes effect once. */
@Injectable()
export class Handlers {
  readonly #byEvent = new Map<string, { readonly name: string; readonly handle: Handler }[]>();

  constructor(private readonly uow: UnitOfWork) {}

  /** `handlerName` is kept with the event's id, so it must never be reused for another job. */
  on<Name extends EventName>(
    event: Name,
    handlerName: string,
    handle: (tx: Tx, payload: DomainEvents[Name], eventId: string) => Promise<void>,
  ): void {
    const listed = this.#byEvent.get(event) ?? [];
    this.#byEvent.set(event, [...listed, { name: handlerName, handle: handle as Handler }]);
  }

  async deliver(event: EventEnvelope): Promise<void> {
    for (const { name, handle } of this.#byEvent.get(event.name) ?? []) {
      await this.uow.run(async (tx) => {
        const first: unknown[] = await tx.query(
          `insert into handled_events (event_id, handler) values ($1, $2) on conflict do nothing returning 1`,
          [event.id, name],
        );
        if (first.length > 0) await handle(tx, event.payload as never, event.id);
      });
    }
  }
}
