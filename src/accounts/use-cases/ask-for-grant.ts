import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { actOf, UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { Counters } from '../../platform/limits/counters.js';
import { Sealer } from '../../platform/secrets/sealer.js';
import { Counter, type CounterRefusal } from '../counter.js';
import { GrantEvidenceStore } from '../data/grant-evidence.store.js';
import type { CounterWish } from '../domain/grants.js';
import { sealedGrantCode } from '../grant-proofs.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** A household is asked for its word by a code to one of its numbers; the code passes through the queue sealed. */
    'grant.asked': {
      phone: string;
      sealedCode: string;
      power: CounterWish;
      askerId: string;
      expiresAt: string;
    };
  }
}

export interface AskWish {
  readonly clientMutationId: string;
  readonly householdId: string;
  readonly power: CounterWish;
}

type Asked =
  | { householdId: string; expiresAt: string }
  | Refusal<
      | CounterRefusal
      | 'HOUSEHOLD_WITHOUT_PHONE'
      | 'GRANT_CODE_WAIT'
      | 'GRANT_CODES_TOO_MANY'
      | 'GRANT_CODES_SPENT'
      | ActRefusal
    >;

const LIFE_MS = 10 * 60_000;
const WAIT_MS = 60_000;
const DAY_MINUTES = 1440;
// Whoever asks: three a day tell a household nothing new with the fourth.
const MOST_A_HOUSEHOLD_DAY = 3;
// A morning in the meeting house of a hamlet.
const MOST_AN_ASKER_DAY = 60;

/**
 * A code goes to every number that speaks for a household; whoever reads it to the asker lets it do that one thing. It is
 * worth nothing to another party, for another household or another power.
 */
@Injectable()
export class AskForGrant {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly counter: Counter,
    private readonly evidence: GrantEvidenceStore,
    private readonly counters: Counters,
    private readonly sealer: Sealer,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, wish: AskWish): Promise<Asked> {
    const { householdId, power } = wish;
    const act = actOf(actor, 'askForGrant', wish);
    return this.uow.once<Asked>(act, async (tx) => {
      const met = await this.counter.ask(actor, householdId, power);
      if (isRefusal(met)) return met;
      const asked = { householdId, partyId: met.asker.id, power };
      const askedAt = this.clock.now();
      const last = await this.evidence.lastAsked(tx, asked);
      const waitMs = last === null ? 0 : last.getTime() + WAIT_MS - askedAt.getTime();
      if (waitMs > 0) return refuse('GRANT_CODE_WAIT', { seconds: Math.ceil(waitMs / 1000) });
      const phones = await this.counter.phonesOf(householdId);
      if (phones.length === 0) return refuse('HOUSEHOLD_WITHOUT_PHONE');
      const spent = await this.spend(asked);
      if (spent) return spent;

      const id = uuid();
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      const expiresAt = new Date(askedAt.getTime() + LIFE_MS);
      const codeHash = sealedGrantCode(this.sealer, asked, code);
      const askedBy = actor.personId;
      await this.evidence.addCode(tx, { id, ...asked, codeHash, askedBy, askedAt, expiresAt });
      const told = {
        sealedCode: this.sealer.seal(code),
        power,
        askerId: asked.partyId,
        expiresAt: expiresAt.toISOString(),
      };
      await this.outbox.publishAll(
        tx,
        'grant.asked',
        phones.map((phone) => ({ phone, ...told })),
      );
      return { householdId, expiresAt: told.expiresAt };
    });
  }

  private async spend({
    householdId,
    partyId,
  }: {
    readonly householdId: string;
    readonly partyId: string;
  }): Promise<Refusal<'GRANT_CODES_TOO_MANY' | 'GRANT_CODES_SPENT'> | undefined> {
    // First what is of whoever asks: one that has spent its own spends nothing of a household's.
    if ((await this.counters.count(`grant-code-by:${partyId}`, DAY_MINUTES)) > MOST_AN_ASKER_DAY)
      return refuse('GRANT_CODES_SPENT', { most: MOST_AN_ASKER_DAY });
    const toHousehold = await this.counters.count(`grant-code-to:${householdId}`, DAY_MINUTES);
    return toHousehold > MOST_A_HOUSEHOLD_DAY
      ? refuse('GRANT_CODES_TOO_MANY', { most: MOST_A_HOUSEHOLD_DAY })
      : undefined;
  }
}
