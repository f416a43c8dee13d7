import { Injectable } from '@nestjs/common';
import { Accounts, type Party } from '../accounts/index.js';
import { Places } from '../places/index.js';
import { isId } from '../kernel/id.js';
import type { Actor } from '../platform/access/actor.js';
import type { HouseholdStanding } from './domain/standing.js';

/** How an actor stands to households: what the rules about acting for somebody else are decided on. */
@Injectable()
export class Standings {
  constructor(
    private readonly accounts: Accounts,
    private readonly places: Places,
  ) {}

  /** Undefined when there is no such household. */
  async of(
    actor: Actor,
    householdId: string,
  ): Promise<{ household: Party; standing: HouseholdStanding } | undefined> {
    const household = isId(householdId) ? await this.accounts.party(householdId) : undefined;
    if (household?.kind !== 'HOUSEHOLD') return undefined;
    const { partyId, role } = actor;
    const isGranted =
      partyId !== null && (await this.accounts.isGranted(partyId, householdId, 'SELL_FOR'));
    const isInTerritory =
      role === 'COMMUNE_OFFICER' && partyId !== null && (await this.isIn(partyId, household));
    return { household, standing: { householdId, isGranted, isInTerritory } };
  }

  /** A territory may name the commune of today or the one a household was registered in. */
  private async isIn(officeId: string, household: Party): Promise<boolean> {
    const territory = new Set(await this.accounts.territoryOf(officeId));
    const today =
      household.communeId === null ? undefined : await this.places.communeOn(household.communeId);
    return [household.communeId, household.hamletId, today?.id].some(
      (id) => id && territory.has(id),
    );
  }
}
