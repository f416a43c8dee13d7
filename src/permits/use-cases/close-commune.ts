import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../kernel/clock.js';
import { dayOf } from '../../kernel/day.js';
import { isId } from '../../kernel/id.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { RulesStore } from '../data/rules.store.js';
import { Rules } from '../rules.js';
import { Trips } from '../trips.js';

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

type Closed =
  | { id: string }
  | Refusal<
      'CLOSURE_UNIT_UNKNOWN' | 'CLOSURE_WINDOW_WRONG' | 'CLOSURE_SOURCE_MISSING' | ActRefusal
    >;

const LONGEST_SOURCE = 200;
const FARTHEST_MS = 90 * 86_400_000;

/** The office closes a commune: nothing leaves it in those hours. Opening it again ends the closure now. */
@Injectable()
export class CloseCommune {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: RulesStore,
    private readonly rules: Rules,
    private readonly trips: Trips,
    private readonly clock: Clock,
  ) {}

  async close(actor: Actor, wish: CloseWish): Promise<Closed> {
    const { clientMutationId: key, communeId, from } = wish;
    const to = wish.to ?? null;
    const source = wish.source.normalize('NFC').trim().slice(0, LONGEST_SOURCE);
    if (source === '') return refuse('CLOSURE_SOURCE_MISSING', {}, 'source');
    const now = this.clock.now();
    const isFar = from.getTime() - now.getTime() > FARTHEST_MS;
    if (isFar || (to !== null && (to <= from || to <= now)))
      return refuse('CLOSURE_WINDOW_WRONG', {}, to === null ? 'from' : 'to');
    const [unit] = isId(communeId) ? await this.trips.unitsOf(communeId, dayOf(from)) : [];
    if (unit === undefined) return refuse('CLOSURE_UNIT_UNKNOWN', {}, 'communeId');

    const request = { communeId, from: from.toISOString(), to: to?.toISOString() ?? null, source };
    const closed = await this.uow.once(
      { actor, operation: 'applyClosure', key, request },
      async (tx) => {
        const id = uuid();
        await this.store.close(tx, { id, unit, from, to, source, by: actor.personId });
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
      return (await this.store.open(tx, by)) ? { id: closureId } : refuse('CLOSURE_NOT_FOUND');
    });
    if (!isRefusal(opened)) this.rules.forget();
    return opened;
  }
}
