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

interface Member {
  readonly personId: string;
  readonly name: string;
  readonly phone: string;
}

/** One batch a request for the parties and people that relations name. */
@Injectable()
export class PartyNames {
  readonly #parties: PerRequestLoader<string, PartyEntity | undefined>;
  readonly #files: PerRequestLoader<string, PartyEntity | undefined>;
  readonly #members: PerRequestLoader<string, readonly Member[]>;
  readonly #people: PerRequestLoader<string, PersonEntity | undefined>;

  constructor(accounts: AccountsStore) {
    this.#parties = new PerRequestLoader(async (ids) =>
      inOrderOf(ids, (await accounts.parties(ids)).map(nameOnly), (party) => party.id),
    );
    this.#files = new PerRequestLoader(async (ids) =>
      inOrderOf(ids, await accounts.parties(ids), (party) => party.id),
    );
    this.#members = new PerRequestLoader(async (ids) => {
      const members = await accounts.membersOf(ids);
      const people = await accounts.people(members.map(({ personId }) => personId));
      const byId = new Map(people.map((person) => [person.id, person]));
      return ids.map((id) =>
        members
          .filter(({ partyId }) => partyId === id)
          .map(({ personId }) => ({
            personId,
            name: byId.get(personId)?.name ?? '',
            phone: byId.get(personId)?.phone ?? '',
          })),
      );
    });
    this.#people = new PerRequestLoader(async (ids) =>
      inOrderOf(ids, await accounts.people(ids), (person) => person.id),
    );
  }

  party(request: object, id: string): Promise<PartyEntity | undefined> {
    return this.#parties.load(request, id);
  }

  /** All of a party, for those who may read its papers. */
  file(request: object, id: string): Promise<PartyEntity | undefined> {
    return this.#files.load(request, id);
  }

  members(request: object, partyId: string): Promise<readonly Member[]> {
    return this.#members.load(request, partyId);
  }

  async person(request: object, id: string): Promise<string> {
    return (await this.#people.load(request, id))?.name ?? '';
  }
}
