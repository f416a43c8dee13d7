import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/index.js';
import { LotsModule } from '../lots/index.js';
import { MessagesModule } from '../messages/index.js';
import { PlacesModule } from '../places/index.js';
import { MarketResolver } from './api/market.resolver.js';
import { SavedSearchesResolver } from './api/saved-searches.resolver.js';
import { SavedSearchesStore } from './data/saved-searches.store.js';
import { SheetsStore } from './data/sheets.store.js';
import { SupplyStore } from './data/supply.store.js';
import { FindAlternatives } from './use-cases/find-alternatives.js';
import { SaveSearch } from './use-cases/save-search.js';
import { SendSheets } from './use-cases/send-sheets.js';
import { TellOfSheet } from './use-cases/tell-of-sheet.js';
import { TellSearcher } from './use-cases/tell-searcher.js';
import { TellOfNewLots } from './use-cases/tell-of-new-lots.js';
import './words.js';

@Module({
  imports: [PlacesModule, CatalogModule, MessagesModule, LotsModule],
  providers: [
    SupplyStore,
    SavedSearchesStore,
    SheetsStore,
    FindAlternatives,
    SaveSearch,
    TellOfNewLots,
    SendSheets,
    TellSearcher,
    TellOfSheet,
    MarketResolver,
    SavedSearchesResolver,
  ],
  exports: [SavedSearchesStore],
})
export class MarketModule {}
