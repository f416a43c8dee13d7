export { MarketModule } from './market.module.js';
export { SavedSearchesStore } from './data/saved-searches.store.js';
