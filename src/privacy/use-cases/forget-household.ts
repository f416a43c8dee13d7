import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import {
  Counter,
  GrantProofs,
  type CounterRefusal,
  type ProofRefusal,
} from '../../accounts/index.js';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import {
  actOf,
  UnitOfWork,
  type ActRefusal,
  type Tx,
} from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { ErasuresStore } from '../data/erasures.store.js';
import { twoWorkingDaysAfter } from '../domain/working-days.js';
import { HOLD_MS } from './request-erasure.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** A household asked across the counter to be forgotten, or (null) took that back there. */
    'erasure.recorded': { householdId: string; byPartyId: string; effectiveAt: string | null };
  }
}

export interface HouseholdWish {
  readonly clientMutationId: string;
  readonly householdId: string;
}

/** With what the household's word rests on. */
export interface ProvedWish extends HouseholdWish {
  /** What the household read out; one of the two. */
  readonly code: string | null;
  /** The photograph of what it signed. */
  readonly paperId: string | null;
}

type Done = { householdId: string };

/**
 * A household without a device that shows this app asks across the counter to be forgotten. Its word is on record as for a
 * grant; a day passes as for everybody, in which it is taken back here or on any telephone of the household.
 */
@Injectable()
export class ForgetHousehold {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly counter: Counter,
    private readonly proofs: GrantProofs,
    private readonly erasures: ErasuresStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  request(
    actor: Actor,
    wish: ProvedWish,
  ): Promise<
    Done | Refusal<CounterRefusal | ProofRefusal | 'STILL_OWED' | 'ERASURE_WAITS' | ActRefusal>
  > {
    const { householdId, code, paperId } = wish;
    return this.uow.onceProved(
      actOf(actor, 'forgetHousehold', wish),
      async () => {
        const met = await this.counter.ask(actor, householdId, 'FORGET');
        if (isRefusal(met)) return met;
        const { deals, payments } = await this.erasures.obligations(null, householdId);
        if (deals + payments > 0) return refuse('STILL_OWED', { deals, payments });
        const asked = { householdId, partyId: met.asker.id, power: 'FORGET' } as const;
        return this.proofs.of(asked, { code, paperId });
      },
      async (tx, proof): Promise<Done | Refusal<ProofRefusal | 'ERASURE_WAITS'>> => {
        const unused = await proof.use(tx);
        if (unused) return unused;
        const now = this.clock.now();
        const effectiveAt = new Date(now.getTime() + HOLD_MS);
        const isFirst = await this.erasures.add(tx, {
          id: uuid(),
          personId: null,
          partyId: householdId,
          codeId: proof.codeId,
          paperId: proof.paperId,
          requestedBy: actor.personId,
          requestedAt: now,
          effectiveAt,
          dueAt: twoWorkingDaysAfter(now),
        });
        if (!isFirst) return refuse('ERASURE_WAITS');
        await this.tell(tx, actor, householdId, effectiveAt.toISOString());
        return { householdId };
      },
    );
  }

  /** The household thinks better of it; no proof is asked for what only keeps things as they are. */
  async keep(
    actor: Actor,
    wish: HouseholdWish,
  ): Promise<Done | Refusal<'HOUSEHOLD_NOT_FOUND' | 'NO_ERASURE' | ActRefusal>> {
    const { householdId } = wish;
    if (!(await this.counter.one(actor, householdId))) return refuse('HOUSEHOLD_NOT_FOUND');
    const act = actOf(actor, 'keepHousehold', wish);
    return this.uow.once<Done | Refusal<'NO_ERASURE'>>(act, async (tx) => {
      if (!(await this.erasures.cancelOfHousehold(tx, householdId, this.clock.now())))
        return refuse('NO_ERASURE');
      await this.tell(tx, actor, householdId, null);
      return { householdId };
    });
  }

  private tell(
    tx: Tx,
    actor: Actor,
    householdId: string,
    effectiveAt: string | null,
  ): Promise<void> {
    const byPartyId = actor.partyId ?? '';
    return this.outbox.publish(tx, 'erasure.recorded', { householdId, byPartyId, effectiveAt });
  }
}
