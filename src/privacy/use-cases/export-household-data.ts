import { Injectable } from '@nestjs/common';
import {
  Accounts,
  Counter,
  GrantProofs,
  type CounterRefusal,
  type ProofRefusal,
} from '../../accounts/index.js';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { actOf, UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import type { ExportedTables } from '../domain/export-text.js';
import { Exports } from '../exports.js';
import type { ProvedWish } from './forget-household.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** A household was handed what is kept about it across the counter. */
    'data.handed-over': HandedOver;
  }
}

interface HandedOver {
  readonly householdId: string;
  readonly byPartyId: string;
  readonly handedAt: string;
}

type NotHandedOver = Refusal<
  CounterRefusal | ProofRefusal | 'EXPORTS_SPENT' | 'HANDED_OVER_BEFORE' | ActRefusal
>;

// A word is for one handing over; so long the same act may fetch it again over a line that broke.
const FETCHED_MS = 10 * 60_000;

/**
 * A household without a device that shows this app is handed across the counter what the market keeps about it. Its word is
 * on record as for being forgotten, it is told who took its data and when, and the act stands in the log of acts.
 */
@Injectable()
export class ExportHouseholdData {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly counter: Counter,
    private readonly proofs: GrantProofs,
    private readonly accounts: Accounts,
    private readonly exports: Exports,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    wish: ProvedWish,
  ): Promise<{ householdId: string; tables: ExportedTables } | NotHandedOver> {
    const { householdId } = wish;
    // Asked of an act that is told again too: by now it may be another's household, or somebody of it signed in.
    const met = await this.counter.ask(actor, householdId, 'EXPORT');
    if (isRefusal(met)) return met;
    // Before the word is spent.
    const spent = await this.exports.spend(householdId);
    if (spent) return spent;
    const handed = await this.handOver(actor, wish, met.asker.id);
    if (isRefusal(handed)) {
      await this.exports.giveBack(householdId);
      return handed;
    }
    await this.accounts.noteContactViews(actor, [householdId], 'COUNTER');
    return { householdId, tables: await this.exports.ofHousehold(householdId) };
  }

  private async handOver(
    actor: Actor,
    wish: ProvedWish,
    byPartyId: string,
  ): Promise<HandedOver | NotHandedOver> {
    const { householdId } = wish;
    const handed = await this.uow.onceProved(
      actOf(actor, 'exportHouseholdData', wish),
      () => this.proofs.of({ householdId, partyId: byPartyId, power: 'EXPORT' }, wish),
      async (tx, proof): Promise<HandedOver | Refusal<ProofRefusal>> => {
        const unused = await proof.use(tx);
        if (unused) return unused;
        const handedAt = this.clock.now().toISOString();
        const told = { householdId, byPartyId, handedAt };
        await this.outbox.publish(tx, 'data.handed-over', told);
        return told;
      },
    );
    if (isRefusal(handed)) return handed;
    const age = this.clock.now().getTime() - Date.parse(handed.handedAt);
    return age > FETCHED_MS ? refuse('HANDED_OVER_BEFORE') : handed;
  }
}
