import { Injectable } from '@nestjs/common';
import { inOrderOf, PerRequestLoader } from '../../platform/graphql/per-request-loader.js';
import type { PartyEntity, PersonEntity } from '../data/account.entities.js';
import { AccountsStore } from '../data/accounts.store.js';

/** A party's name and nothing that reaches it: phone and point come with a deal, not with trust. */
export const nameOnly = <Named extends object>(party: Named): Named => ({
  ...party,
  phone: null,
  lat: null,
  lon: null,
});

/** One batch a request for the parties and people that relations name. */
@Injectable()
export class PartyNames {
  readonly #parties: PerRequestLoader<string, PartyEntity | undefined>;
  readonly #people: PerRequestLoader<string, PersonEntity | undefined>;

  constructor(accounts: AccountsStore) {
    this.#parties = new PerRequestLoader(async (ids) =>
      inOrderOf(ids, (await accounts.parties(ids)).map(nameOnly), (party) => party.id),
    );
    this.#people = new PerRequestLoader(async (ids) =>
      inOrderOf(ids, await accounts.people(ids), (person) => person.id),
    );
  }

  party(request: object, id: string): Promise<PartyEntity | undefined> {
    return this.#parties.load(request, id);
  }

  async person(request: object, id: string): Promise<string> {
    return (await this.#people.load(request, id))?.name ?? '';
  }
}
