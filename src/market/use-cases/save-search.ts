import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import type { LotFilter } from '../../lots/index.js';
import { UnitOfWork, type Act, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { SavedSearchesStore } from '../data/saved-searches.store.js';

export interface SearchWish {
  readonly searchId: string;
  readonly name: string;
  readonly filter: LotFilter;
  readonly alerts: boolean;
}

type Done = { readonly searchId: string };
type SaveRefusal = 'SEARCH_NAME_MISSING' | 'SEARCH_ID_TAKEN' | 'SEARCHES_MANY';

const LONGEST_NAME = 80;
const MOST_SEARCHES = 30;

/** Keeps a search, so that it is asked again with one tap and can tell of new lots (SM-04). */
@Injectable()
export class SaveSearch {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly searches: SavedSearchesStore,
    private readonly clock: Clock,
  ) {}

  run(act: Act, wish: SearchWish): Promise<Done | Refusal<SaveRefusal | ActRefusal>> {
    const { personId, partyId } = act.actor;
    const { searchId, filter, alerts } = wish;
    return this.uow.once<Done | Refusal<SaveRefusal>>(act, async (tx) => {
      const name = wish.name.normalize('NFC').trim().replace(/\s+/g, ' ').slice(0, LONGEST_NAME);
      if (name === '') return refuse('SEARCH_NAME_MISSING', {}, 'name');
      if ((await this.searches.countBeside(tx, personId, searchId)) >= MOST_SEARCHES)
        return refuse('SEARCHES_MANY', { most: MOST_SEARCHES });
      const createdAt = this.clock.now();
      const search = {
        id: searchId,
        personId,
        partyId: partyId ?? '',
        name,
        filter,
        alerts,
        createdAt,
      };
      if (!(await this.searches.put(tx, search))) return refuse('SEARCH_ID_TAKEN');
      if (alerts) await this.searches.startLooking(tx, personId, createdAt);
      return { searchId };
    });
  }

  remove(act: Act, { searchId }: Done): Promise<Done | Refusal<'SEARCH_NOT_FOUND' | ActRefusal>> {
    return this.uow.once<Done | Refusal<'SEARCH_NOT_FOUND'>>(act, async (tx) =>
      (await this.searches.remove(tx, act.actor.personId, searchId))
        ? { searchId }
        : refuse('SEARCH_NOT_FOUND'),
    );
  }
}
