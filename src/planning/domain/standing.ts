import { refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';

/** Who spoke for a household; kept beside what was said. */
export type Spokesman = 'GROWER' | 'COOPERATIVE' | 'NEIGHBOUR' | 'OFFICER';

/** A household, and how the asking actor's party stands to it. */
export interface HouseholdStanding {
  readonly householdId: string;
  /** The household lets the asking party sell for it. */
  readonly isGranted: boolean;
  /** The household lives in the territory of the office that asks. */
  readonly isInTerritory: boolean;
}

/** In whose name an actor says what a household grows and will have; undefined when she may not. */
export function spokesmanOf(actor: Actor, standing: HouseholdStanding): Spokesman | undefined {
  if (actor.role === 'GROWER' && actor.partyId === standing.householdId) return 'GROWER';
  if (actor.role === 'COOP_CLERK' && standing.isGranted) return 'COOPERATIVE';
  if (actor.role === 'GROWER' && standing.isGranted) return 'NEIGHBOUR';
  if (actor.role === 'COMMUNE_OFFICER' && standing.isInTerritory) return 'OFFICER';
  return undefined;
}

/**
 * In whose name an actor binds a household: offers its fruit, changes or takes back an offer, answers a need. An officer
 * keeps the numbers of every household of her territory, and binds only those that let her office sell (ID-06).
 */
export function binderOf(actor: Actor, standing: HouseholdStanding): Spokesman | undefined {
  const spokesman = spokesmanOf(actor, standing);
  return spokesman === 'OFFICER' && !standing.isGranted ? undefined : spokesman;
}

/** What an actor who may not bind a household is told: an officer of its commune, to ask it; anybody else, that there is none. */
export const notBound = <Unknown extends string>(
  actor: Actor,
  standing: HouseholdStanding | undefined,
  unknown: Unknown,
): Refusal<Unknown | 'CONSENT_MISSING'> =>
  standing && spokesmanOf(actor, standing)
    ? refuse('CONSENT_MISSING', { householdId: standing.householdId })
    : refuse(unknown);
