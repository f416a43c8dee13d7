import { Injectable } from '@nestjs/common';
import { Places } from '../places/index.js';
import { AccountsStore } from './data/accounts.store.js';

interface Standing {
  readonly communeId: string | null;
  readonly hamletId: string | null;
}

/** Whether an office answers for the ground a party stands on. */
@Injectable()
export class Territories {
  constructor(
    private readonly accounts: AccountsStore,
    private readonly places: Places,
  ) {}

  /** A territory may name the commune of today or the one the party was registered in. */
  async holds(officeId: string, { communeId, hamletId }: Standing): Promise<boolean> {
    const territory = new Set(await this.accounts.territoryOf(officeId));
    const today = communeId === null ? undefined : await this.places.communeOn(communeId);
    return [communeId, hamletId, today?.id].some((id) => id && territory.has(id));
  }
}
