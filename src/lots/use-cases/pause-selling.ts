import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { AssistedActs } from '../../accounts/index.js';
import { Clock } from '../../kernel/clock.js';
import { dayOf } from '../../kernel/day.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { notBound, Standings } from '../../planning/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type Act, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { SellingPausesStore } from '../data/selling-pauses.store.js';
import { lotPolicy } from '../domain/lot.policy.js';
import { checkPause, type PauseDays, type PauseRefusal } from '../domain/selling-pause.js';

/** What stood before a pause that somebody else said. */
export interface BeforePause {
  readonly formerId: string | null;
}

type Found = { readonly householdId: string };

/**
 * "Nghỉ bán từ … đến …": every lot whose hours touch those days is hidden, and nothing more is promised of it. What was
 * promised before stays promised.
 */
@Injectable()
export class PauseSelling {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly pauses: SellingPausesStore,
    private readonly standings: Standings,
    private readonly assisted: AssistedActs,
    private readonly clock: Clock,
  ) {}

  async run(
    act: Act,
    wish: PauseDays & { readonly householdId: string | null },
  ): Promise<
    Found | Refusal<PauseRefusal | 'HOUSEHOLD_NOT_FOUND' | 'CONSENT_MISSING' | ActRefusal>
  > {
    const found = await this.spokenFor(act.actor, wish.householdId);
    if (isRefusal(found)) return found;
    return this.uow.once<Found | Refusal<PauseRefusal>>(act, async (tx) => {
      const now = this.clock.now();
      const doubt = checkPause(wish, dayOf(now));
      if (doubt) return doubt;
      const { firstDay, lastDay } = wish;
      const { householdId } = found;
      await this.pauses.lock(tx, householdId);
      const pause = { id: uuid(), householdId, firstDay, lastDay };
      const formerId = await this.pauses.replace(tx, pause, act.actor.personId, now);
      await this.assisted.record(tx, act.actor, {
        householdId,
        kind: 'SELLING_PAUSED',
        subjectId: pause.id,
        facts: { day: firstDay, untilDay: lastDay },
        before: { formerId } satisfies BeforePause,
      });
      return found;
    });
  }

  /** Sells again; without a pause there is nothing to end. */
  async end(
    act: Act,
    wish: { readonly householdId: string | null },
  ): Promise<
    Found | Refusal<'HOUSEHOLD_NOT_FOUND' | 'CONSENT_MISSING' | 'PAUSE_NOT_FOUND' | ActRefusal>
  > {
    const found = await this.spokenFor(act.actor, wish.householdId);
    if (isRefusal(found)) return found;
    return this.uow.once<Found | Refusal<'PAUSE_NOT_FOUND'>>(act, async (tx) => {
      const { householdId } = found;
      await this.pauses.lock(tx, householdId);
      const endedId = await this.pauses.end(tx, householdId, this.clock.now());
      if (endedId === null) return refuse('PAUSE_NOT_FOUND');
      await this.assisted.record(tx, act.actor, {
        householdId,
        kind: 'SELLING_RESUMED',
        subjectId: endedId,
        facts: {},
      });
      return found;
    });
  }

  /** Whose selling the actor may read about; the household itself when none is named. */
  async readable(actor: Actor, householdId: string | null): Promise<Found | undefined> {
    const found = await this.standings.of(actor, householdId ?? actor.partyId ?? '');
    return found && lotPolicy.readFor.allows(actor, found.standing)
      ? { householdId: found.household.id }
      : undefined;
  }

  private async spokenFor(
    actor: Actor,
    householdId: string | null,
  ): Promise<Found | Refusal<'HOUSEHOLD_NOT_FOUND' | 'CONSENT_MISSING'>> {
    const found = await this.standings.of(actor, householdId ?? actor.partyId ?? '');
    return found && lotPolicy.speakFor.allows(actor, found.standing)
      ? { householdId: found.household.id }
      : notBound(actor, found?.standing, 'HOUSEHOLD_NOT_FOUND');
  }
}
