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
 * Who may see whose lot it is: the household itself, its cooperative, and the offices of its commune. Buyers learn it
 * from a deal, once both sides agreed.
 */
@Injectable()
export class Sight {
  readonly #members: PerRequestLoader<string, ReadonlySet<string>>;
  readonly #territories: PerRequestLoader<string, ReadonlySet<string>>;

  constructor(
    accounts: Accounts,
    private readonly places: Places,
  ) {
    this.#members = new PerRequestLoader((ids) =>
      Promise.all(ids.map(async (id) => new Set(await accounts.householdsOfCoop(id)))),
    );
    this.#territories = new PerRequestLoader((ids) =>
      Promise.all(ids.map(async (id) => new Set(await accounts.territoryOf(id)))),
    );
  }

  /** The actor object is made once per request, so members and territory are read once for a whole list. */
  async sees(actor: Actor, lot: Owned): Promise<boolean> {
    const { role, partyId } = actor;
    if (partyId === null) return false;
    if (role === 'GROWER') return partyId === lot.householdId;
    if (role === 'COOP_CLERK') {
      return (await this.#members.load(actor, partyId)).has(lot.householdId);
    }
    if (role !== 'COMMUNE_OFFICER' && role !== 'OFFICE_STAFF') return false;
    const territory = await this.#territories.load(actor, partyId);
    const today = await this.places.communeOn(lot.communeId);
    return territory.has(lot.communeId) || (today !== undefined && territory.has(today.id));
  }
}
