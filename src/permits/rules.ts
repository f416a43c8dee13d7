import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { Cached } from '../platform/cached.js';
import type { RulePackEntity } from './data/permit.entities.js';
import { RulesStore, type RuleRows } from './data/rules.store.js';
import type { RulePack, ZoneStatus } from './domain/rule-pack.js';

/** Rule packs and zones as the engine takes them. */
export interface RuleSet {
  readonly rulePacks: readonly RulePack[];
  readonly zones: readonly ZoneStatus[];
}

const DAY_MS = 86_400_000;

/** Which decrees say what, from when to when. */
@Injectable()
export class Rules {
  readonly #rows: Cached<RuleRows>;

  constructor(
    store: RulesStore,
    private readonly clock: Clock,
  ) {
    this.#rows = new Cached(clock, () => store.all());
  }

  /** Every pack and zone ever: the engine itself looks who is in force. */
  async all(): Promise<RuleSet> {
    const { packs, zones } = await this.#rows.get();
    return {
      rulePacks: packs.map(packOf),
      zones: zones.map((zone) => ({
        unit: zone.unitCode,
        measure: zone.measure,
        from: zone.effectiveFrom.toISOString(),
        to: zone.effectiveTo?.toISOString() ?? null,
        sourceNote: zone.source,
        confidence: zone.confidence,
      })),
    };
  }

  /** Whether any unit is closed at some moment of those hours. */
  async hasBlockade(from: Date, to: Date): Promise<boolean> {
    const { zones } = await this.#rows.get();
    return zones.some(
      ({ measure, effectiveFrom, effectiveTo }) =>
        measure === 'BLOCKADE' &&
        effectiveFrom < to &&
        (effectiveTo === null || effectiveTo > from),
    );
  }

  /** Whether anything could keep goods from moving at some moment of those hours: a closed unit, or hours of the road. */
  async hasClosure(from: Date, to: Date): Promise<boolean> {
    const { packs } = await this.#rows.get();
    const hasHours = packs.some(
      ({ rules, effectiveFrom, effectiveTo }) =>
        rules.openHours.length > 0 &&
        effectiveFrom < to &&
        (effectiveTo === null || effectiveTo > from),
    );
    return hasHours || (await this.hasBlockade(from, to));
  }

  /** What a phone needs to judge for the day from that instant. */
  async inForce(at: Date): Promise<RuleSet> {
    const { rulePacks, zones } = await this.all();
    const isNear = (from: string, to: string | null): boolean =>
      Date.parse(from) <= at.getTime() + DAY_MS && (to === null || Date.parse(to) > at.getTime());
    return {
      rulePacks: rulePacks.filter((pack) => isNear(pack.effectiveFrom, pack.effectiveTo)),
      zones: zones.filter((zone) => isNear(zone.from, zone.to)),
    };
  }

  /** The rows as they are kept, oldest first. */
  async packs(): Promise<readonly RulePackEntity[]> {
    return (await this.#rows.get()).packs;
  }

  isInForce(pack: RulePackEntity): boolean {
    const now = this.clock.now();
    return pack.effectiveFrom <= now && (pack.effectiveTo === null || pack.effectiveTo > now);
  }

  /** After rows were changed in this process. */
  forget(): void {
    this.#rows.forget();
  }
}

const packOf = (row: RulePackEntity): RulePack => ({
  ...row.rules,
  effectiveFrom: row.effectiveFrom.toISOString(),
  effectiveTo: row.effectiveTo?.toISOString() ?? null,
});
