import { Injectable } from '@nestjs/common';
import { Accounts, Territories, type Party } from '../accounts/index.js';
import { isId } from '../kernel/id.js';
import type { Actor } from '../platform/access/actor.js';
import type { HouseholdStanding } from './domain/standing.js';

/** How an actor stands to households: what the rules about acting for somebody else are decided on. */
@Injectable()
export class Standings {
  constructor(
    private readonly accounts: Accounts,
    private readonly territories: Territories,
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
      role === 'COMMUNE_OFFICER' &&
      partyId !== null &&
      (await this.territories.holds(partyId, household));
    return { household, standing: { householdId, isGranted, isInTerritory } };
  }
}
