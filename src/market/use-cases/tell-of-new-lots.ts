import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { LotSearch } from '../../lots/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Clockwork } from '../../platform/events/clockwork.js';
import { oneByOne } from '../../platform/events/one-by-one.js';
import { Outbox } from '../../platform/events/outbox.js';
import { SavedSearchesStore, type Looked, type SavedSearch } from '../data/saved-searches.store.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** New lots for one person's searches: the one with most of them, and how many others have some. */
    'search.matched': {
      personId: string;
      partyId: string;
      searchId: string;
      name: string;
      lots: number;
      otherSearches: number;
    };
  }
}

const SWEEP = 'market.tell-of-new-lots';
const HOUR_MS = 3_600_000;
/** A lot that is written at this moment has its hour but is not yet seen: it belongs to the next look. */
const SETTLING_MS = 60_000;
const PEOPLE_A_RUN = 500;
/** "Hơn 50 lô" says enough. */
const COUNTED = 50;

/** Tells people of lots that are new to their searches: one message, at most one an hour (SM-04). */
@Injectable()
export class TellOfNewLots implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly searches: SavedSearchesStore,
    private readonly market: LotSearch,
    private readonly outbox: Outbox,
    private readonly clockwork: Clockwork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.clockwork.every('*/5 * * * *', SWEEP, () => this.run());
  }

  async run(): Promise<void> {
    const now = this.clock.now();
    const until = new Date(now.getTime() - SETTLING_MS);
    const due = await this.searches.due(new Date(now.getTime() - HOUR_MS), PEOPLE_A_RUN);
    await oneByOne(
      SWEEP,
      due.filter(({ lookedAt }) => lookedAt < until),
      (person) => this.look(person, until, now),
    );
  }

  private async look(person: Looked, until: Date, now: Date): Promise<void> {
    const matched: { search: SavedSearch; lots: number }[] = [];
    for (const search of await this.searches.alertingOf(person.personId)) {
      const published = { after: person.lookedAt, until };
      const lots = await this.market.countNew(search.filter, search.partyId, published, COUNTED);
      if (lots > 0) matched.push({ search, lots });
    }
    const [most] = matched.toSorted((a, b) => b.lots - a.lots);
    await this.uow.run(async (tx) => {
      const isOurs = await this.searches.looked(tx, person, until, most ? now : null);
      if (!isOurs || !most) return;
      const { id: searchId, name, partyId } = most.search;
      await this.outbox.publish(tx, 'search.matched', {
        personId: person.personId,
        partyId,
        searchId,
        name,
        lots: most.lots,
        otherSearches: matched.length - 1,
      });
    });
  }
}
