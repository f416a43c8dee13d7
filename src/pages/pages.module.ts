import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/index.js';
import { LotsModule } from '../lots/index.js';
import { MessagesModule } from '../messages/index.js';
import { OfficeModule } from '../office/index.js';
import { PermitsModule } from '../permits/index.js';
import { PlacesModule } from '../places/index.js';
import { DemoController } from './demo.controller.js';
import { HomeController } from './home.controller.js';
import { LotCards } from './lot-cards.js';
import { MarketController } from './market.controller.js';
import { MarketStore } from './market.store.js';
import { NotFoundController } from './not-found.controller.js';
import { PricesController } from './prices.controller.js';
import { PermitController } from './permit.controller.js';
import { PriceRows } from './price-rows.js';
import { Templates } from './templates.js';

@Module({
  imports: [PlacesModule, CatalogModule, LotsModule, PermitsModule, OfficeModule, MessagesModule],
  // The catch-all stands last: every other address is tried before it.
  controllers: [
    HomeController,
    MarketController,
    PricesController,
    PermitController,
    DemoController,
    NotFoundController,
  ],
  providers: [Templates, MarketStore, LotCards, PriceRows],
})
export class PagesModule {}
