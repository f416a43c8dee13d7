import { Injectable } from '@nestjs/common';
import { inOrderOf, PerRequestLoader } from '../../platform/graphql/per-request-loader.js';
import { EndingsStore, type Ending } from '../data/endings.store.js';

/** One batch per request for what deals show of their changes. */
@Injectable()
export class ChangeLoaders {
  readonly ending: PerRequestLoader<string, Ending | undefined>;

  constructor(endings: EndingsStore) {
    this.ending = new PerRequestLoader(async (ids) =>
      inOrderOf(ids, await endings.ofDeals(ids), (ending) => ending.dealId),
    );
  }
}
