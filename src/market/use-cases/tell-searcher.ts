import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Notices } from '../../messages/index.js';
import { Handlers } from '../../platform/events/handlers.js';

/** Whoever saved a search hears of the lots that are new to it. */
@Injectable()
export class TellSearcher implements OnModuleInit {
  constructor(
    private readonly handlers: Handlers,
    private readonly notices: Notices,
  ) {}

  onModuleInit(): void {
    this.handlers.on('search.matched', 'market.tell-searcher', (tx, found, id) =>
      this.notices.tell(tx, id, [
        {
          partyId: found.partyId,
          personId: found.personId,
          kind: 'SEARCH_MATCHED',
          facts: { name: found.name, lots: found.lots, otherSearches: found.otherSearches },
          path: `/app/nguon-hang?tim=${found.searchId}`,
        },
      ]),
    );
  }
}
