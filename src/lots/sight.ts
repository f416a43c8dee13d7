import { Injectable } from '@nestjs/common';
import { Accounts } from '../accounts/index.js';
import { Places } from '../places/index.js';
import type { Actor } from '../platform/access/actor.js';
import { PerRequestLoader } from '../platform/graphql/per-request-loader.js';

interface Owned {
  readonly householdId: string;
  readonly communeId: string;
}

/**
 * Who may see whose lot it is: the household itself, whom it lets see or sell, and the offices of its commune. Buyers learn it
 * from a deal, once both sides agreed.
 */
@Injectable()
export class Sight {
  readonly #granting: PerRequestLoader<string, ReadonlySet<string>>;
  readonly #territories: PerRequestLoader<string, ReadonlySet<string>>;

  constructor(
    accounts: Accounts,
    private readonly places: Places,
  ) {
    this.#granting = new PerRequestLoader((ids) =>
      Promise.all(ids.map(async (id) => new Set(await accounts.householdsSeenBy(id)))),
    );
    this.#territories = new PerRequestLoader((ids) =>
      Promise.all(ids.map(async (id) => new Set(await accounts.territoryOf(id)))),
    );
  }

  /** The actor object is made once per request, so grants and territory are read once for a whole list. */
  async sees(actor: Actor, lot: Owned): Promise<boolean> {
    const { role, partyId } = actor;
    if (partyId === null) return false;
    if (partyId === lot.householdId) return true;
    if (role === 'COOP_CLERK' || role === 'GROWER') {
      return (await this.#granting.load(actor, partyId)).has(lot.householdId);
    }
    if (role !== 'COMMUNE_OFFICER' && role !== 'OFFICE_STAFF') return false;
    const territory = await this.#territories.load(actor, partyId);
    const today = await this.places.communeOn(lot.communeId);
    return territory.has(lot.communeId) || (today !== undefined && territory.has(today.id));
  }
}
