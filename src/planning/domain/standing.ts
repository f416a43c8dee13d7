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

/** In whose name an actor speaks for a household; undefined when she may not. */
export function spokesmanOf(actor: Actor, standing: HouseholdStanding): Spokesman | undefined {
  if (actor.role === 'GROWER' && actor.partyId === standing.householdId) return 'GROWER';
  if (actor.role === 'COOP_CLERK' && standing.isGranted) return 'COOPERATIVE';
  if (actor.role === 'GROWER' && standing.isGranted) return 'NEIGHBOUR';
  if (actor.role === 'COMMUNE_OFFICER' && standing.isInTerritory) return 'OFFICER';
  return undefined;
}
