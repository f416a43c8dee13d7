import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../kernel/clock.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import type { Actor } from '../platform/access/actor.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import { Outbox } from '../platform/events/outbox.js';
import { HeldChangesStore, type ChangeWish, type HeldKind } from './data/held-changes.store.js';

declare module '../platform/events/outbox.js' {
  interface DomainEvents {
    /** A change waits; one number is told by SMS too, because whoever has it may hold it alone. */
    'change.held': {
      changeId: string;
      kind: HeldKind;
      personId: string;
      /** Null: it is the number of the person herself, whatever she acts for. */
      partyId: string | null;
      /** E.164. */
      toldPhone: string;
      effectiveAt: string;
    };
  }
}

const HOLD_MS = 24 * 3_600_000;

/** Lets a change wait its day and tells everybody it concerns. */
/** A gateway may be down for hours, and the change still waits when it is back. */
const TRIES = 12;

@Injectable()
export class Holding {
  constructor(
    private readonly changes: HeldChangesStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @param toldPhone whose number is told by SMS besides: the one of before, or of whoever goes */
  async hold(
    tx: Tx,
    actor: Actor,
    toldPhone: string,
    change: ChangeWish,
  ): Promise<{ id: string } | Refusal<'CHANGE_WAITS'>> {
    const { personId } = actor;
    const requestedAt = this.clock.now();
    const effectiveAt = new Date(requestedAt.getTime() + HOLD_MS);
    const id = uuid();
    if (!(await this.changes.add(tx, { id, personId, requestedAt, effectiveAt, ...change })))
      return refuse('CHANGE_WAITS');
    const told = {
      changeId: id,
      kind: change.kind,
      personId,
      partyId: change.partyId,
      toldPhone,
      effectiveAt: effectiveAt.toISOString(),
    };
    await this.outbox.publish(tx, 'change.held', told, TRIES);
    return { id };
  }
}
