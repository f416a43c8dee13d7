import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { Closures, type ClosureRefusal } from '../closures.js';
import { RulesStore } from '../data/rules.store.js';
import { Rules } from '../rules.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** Nothing may leave this commune from … to (null: until further notice), instants as ISO texts. */
    'commune.closed': {
      closureId: string;
      communeId: string;
      name: string;
      from: string;
      to: string | null;
    };
    /** The office ended a closure before its time, or called it off before it began. */
    'commune.opened': { closureId: string; at: string };
  }
}

export interface CloseWish {
  readonly clientMutationId: string;
  readonly communeId: string;
  readonly from: Date;
  readonly to?: Date | null;
  /** The decision it rests on. */
  readonly source: string;
}
export interface OpenWish {
  readonly clientMutationId: string;
  readonly closureId: string;
}

type Closed = { id: string } | Refusal<ClosureRefusal | 'CLOSURE_SOURCE_MISSING' | ActRefusal>;

const LONGEST_SOURCE = 200;

/** The office closes a commune: nothing leaves it in those hours. Opening it again ends the closure now. */
@Injectable()
export class CloseCommune {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: RulesStore,
    private readonly rules: Rules,
    private readonly closures: Closures,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async close(actor: Actor, wish: CloseWish): Promise<Closed> {
    const { clientMutationId: key, communeId, from } = wish;
    const to = wish.to ?? null;
    const source = wish.source.normalize('NFC').trim().slice(0, LONGEST_SOURCE);
    if (source === '') return refuse('CLOSURE_SOURCE_MISSING', {}, 'source');
    const planned = await this.closures.planned({ communeId, from, to });
    if (isRefusal(planned)) return planned;

    const hours = { from: from.toISOString(), to: to?.toISOString() ?? null };
    const closed = await this.uow.once(
      { actor, operation: 'applyClosure', key, request: { communeId, ...hours, source } },
      async (tx) => {
        const id = uuid();
        const { unit, name } = planned;
        await this.store.close(tx, { id, unit, from, to, source, by: actor.personId });
        const told = { closureId: id, communeId: planned.communeId, name, ...hours };
        await this.outbox.publish(tx, 'commune.closed', told);
        return { id };
      },
    );
    if (!isRefusal(closed)) this.rules.forget();
    return closed;
  }

  async open(
    actor: Actor,
    { clientMutationId: key, closureId }: OpenWish,
  ): Promise<{ id: string } | Refusal<'CLOSURE_NOT_FOUND' | ActRefusal>> {
    const act = { actor, operation: 'liftClosure', key, request: { closureId } };
    const opened = await this.uow.once(act, async (tx) => {
      const by = { id: closureId, personId: actor.personId, now: this.clock.now() };
      if (!(await this.store.open(tx, by))) return refuse('CLOSURE_NOT_FOUND');
      await this.outbox.publish(tx, 'commune.opened', { closureId, at: by.now.toISOString() });
      return { id: closureId };
    });
    if (!isRefusal(opened)) this.rules.forget();
    return opened;
  }
}
