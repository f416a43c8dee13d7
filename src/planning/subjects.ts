import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import type { Rule } from '../platform/access/policy.js';
import { spokesmanOf, type HouseholdStanding, type Spokesman } from './domain/standing.js';
import { Standings } from './standings.js';
import { Territory } from './territory.js';

/** One household, or a commune as a whole, and in whose name somebody speaks of it. */
export interface Subject {
  /** Null: the whole commune. */
  readonly householdId: string | null;
  readonly communeId: string;
  readonly source: Spokesman;
}

/** Whom a plan or an event of the field is about. */
@Injectable()
export class Subjects {
  constructor(
    private readonly standings: Standings,
    private readonly territory: Territory,
  ) {}

  /** Of a household as the rule allows; the one acted for when neither is named; undefined when the actor may not speak of it. */
  async of(
    actor: Actor,
    wish: { readonly communeId?: string | null; readonly householdId?: string | null },
    mayDo: Rule<HouseholdStanding>,
  ): Promise<Subject | undefined> {
    const { communeId } = wish;
    if (communeId) {
      const isHers =
        actor.role === 'COMMUNE_OFFICER' &&
        (await this.territory.communesOf(actor, null)).includes(communeId);
      return isHers ? { householdId: null, communeId, source: 'OFFICER' } : undefined;
    }
    const found = await this.standings.of(actor, wish.householdId ?? actor.partyId ?? '');
    const source = found && spokesmanOf(actor, found.standing);
    if (!source || !mayDo.allows(actor, found.standing)) return undefined;
    const { id, communeId: home } = found.household;
    return home === null ? undefined : { householdId: id, communeId: home, source };
  }
}
