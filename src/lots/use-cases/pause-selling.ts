import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../kernel/clock.js';
import { dayOf } from '../../kernel/day.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { Standings } from '../../planning/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type Act, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { SellingPausesStore } from '../data/selling-pauses.store.js';
import { lotPolicy } from '../domain/lot.policy.js';
import { checkPause, type PauseDays, type PauseRefusal } from '../domain/selling-pause.js';

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
    private readonly clock: Clock,
  ) {}

  async run(
    act: Act,
    wish: PauseDays & { readonly householdId: string | null },
  ): Promise<Found | Refusal<PauseRefusal | 'HOUSEHOLD_NOT_FOUND' | ActRefusal>> {
    const found = await this.spokenFor(act.actor, wish.householdId);
    if (isRefusal(found)) return found;
    return this.uow.once<Found | Refusal<PauseRefusal>>(act, async (tx) => {
      const now = this.clock.now();
      const doubt = checkPause(wish, dayOf(now));
      if (doubt) return doubt;
      const { firstDay, lastDay } = wish;
      await this.pauses.lockLots(tx, found.householdId);
      const pause = { id: uuid(), householdId: found.householdId, firstDay, lastDay };
      await this.pauses.replace(tx, pause, act.actor.personId, now);
      return found;
    });
  }

  /** Sells again; without a pause there is nothing to end. */
  async end(
    act: Act,
    wish: { readonly householdId: string | null },
  ): Promise<Found | Refusal<'HOUSEHOLD_NOT_FOUND' | 'PAUSE_NOT_FOUND' | ActRefusal>> {
    const found = await this.spokenFor(act.actor, wish.householdId);
    if (isRefusal(found)) return found;
    return this.uow.once<Found | Refusal<'PAUSE_NOT_FOUND'>>(act, async (tx) =>
      (await this.pauses.end(tx, found.householdId, this.clock.now()))
        ? found
        : refuse('PAUSE_NOT_FOUND'),
    );
  }

  /** The household itself when none is named. */
  async spokenFor(
    actor: Actor,
    householdId: string | null,
  ): Promise<Found | Refusal<'HOUSEHOLD_NOT_FOUND'>> {
    const found = await this.standings.of(actor, householdId ?? actor.partyId ?? '');
    return found && lotPolicy.speakFor.allows(actor, found.standing)
      ? { householdId: found.household.id }
      : refuse('HOUSEHOLD_NOT_FOUND');
  }
}
