import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { CatalogModule } from '../catalog/index.js';
import { LotsModule } from '../lots/index.js';
import { MessagesModule } from '../messages/index.js';
import { PlacesModule } from '../places/index.js';
import { BoxOrderFieldsResolver, BoxSaleFieldsResolver } from './api/box-fields.resolver.js';
import { BoxViews } from './api/box-views.js';
import { BoxesResolver } from './api/boxes.resolver.js';
import { BoxOrdersStore } from './data/box-orders.store.js';
import { BoxesStore } from './data/boxes.store.js';
import { BoxStock } from './use-cases/box-stock.js';
import { CloseBoxSales } from './use-cases/close-box-sales.js';
import { LapseBoxOrders } from './use-cases/lapse-box-orders.js';
import { MoveBoxOrder } from './use-cases/move-box-order.js';
import { OpenBoxSale } from './use-cases/open-box-sale.js';
import { PlaceBoxOrder } from './use-cases/place-box-order.js';
import { TakeSaleBack } from './use-cases/take-sale-back.js';
import { TellOfBoxes } from './use-cases/tell-of-boxes.js';
import './words.js';

@Module({
  imports: [PlacesModule, CatalogModule, AccountsModule, MessagesModule, LotsModule],
  providers: [
    BoxesStore,
    BoxOrdersStore,
    BoxStock,
    OpenBoxSale,
    PlaceBoxOrder,
    MoveBoxOrder,
    CloseBoxSales,
    LapseBoxOrders,
    TakeSaleBack,
    TellOfBoxes,
    BoxViews,
    BoxesResolver,
    BoxSaleFieldsResolver,
    BoxOrderFieldsResolver,
  ],
})
export class BoxesModule {}
