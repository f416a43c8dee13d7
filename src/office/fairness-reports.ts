import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { dayOf, plusDays, type Day } from '../kernel/day.js';
import { Places } from '../places/index.js';
import { Territory } from '../planning/index.js';
import type { Actor } from '../platform/access/actor.js';
import { FairnessStore, type BuyerConduct, type HandChoice } from './data/fairness.store.js';
import { fairnessOf, type CommuneFairness } from './domain/fairness.js';

export interface FairnessReport {
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly communes: readonly CommuneFairness[];
  readonly buyers: readonly BuyerConduct[];
  readonly handChoices: readonly HandChoice[];
}

/** AL-18: once a month the office reads who sold how much of what they had, and how buyers weighed and paid. */
@Injectable()
export class FairnessReports {
  constructor(
    private readonly store: FairnessStore,
    private readonly territory: Territory,
    private readonly places: Places,
    private readonly clock: Clock,
  ) {}

  /** @param day any day of the month */
  async ofMonth(actor: Actor, day: Day): Promise<FairnessReport> {
    const firstDay = `${day.slice(0, 7)}-01` as Day;
    const lastDay = plusDays(`${plusDays(firstDay, 31).slice(0, 7)}-01` as Day, -1);
    const communes = await this.territory.communesOf(actor, null);
    const [shares, buyers, handChoices] = await Promise.all([
      this.store.shares(firstDay, lastDay, communes),
      this.store.conduct(firstDay, lastDay, communes, dayOf(this.clock.now())),
      this.store.handChoices(firstDay, lastDay, communes),
    ]);
    const units = new Map<string, string>();
    for (const { communeId } of shares)
      units.set(communeId, (await this.places.communeOn(communeId, lastDay))?.id ?? communeId);
    return {
      firstDay,
      lastDay,
      communes: fairnessOf(shares, (id) => units.get(id) ?? id),
      buyers,
      handChoices,
    };
  }
}
