import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/index.js';
import { MessagesModule } from '../messages/index.js';
import { OrdersModule } from '../orders/index.js';
import {
  OccurrenceFieldsResolver,
  StandingFieldsResolver,
} from './api/standing-fields.resolver.js';
import { StandingViews } from './api/standing-views.js';
import { StandingResolver } from './api/standing.resolver.js';
import { StandingStore } from './data/standing.store.js';
import { ChangeStandingOrder } from './use-cases/change-standing-order.js';
import { CreateStandingOrder } from './use-cases/create-standing-order.js';
import { OpenOccurrences } from './use-cases/open-occurrences.js';
import { PauseStandingOrder } from './use-cases/pause-standing-order.js';
import { SkipOccurrence } from './use-cases/skip-occurrence.js';
import { TellBuyer } from './use-cases/tell-buyer.js';
import { Wishes } from './use-cases/wishes.js';
import './words.js';

@Module({
  imports: [CatalogModule, MessagesModule, OrdersModule],
  providers: [
    StandingStore,
    Wishes,
    CreateStandingOrder,
    ChangeStandingOrder,
    PauseStandingOrder,
    SkipOccurrence,
    OpenOccurrences,
    TellBuyer,
    StandingViews,
    StandingResolver,
    StandingFieldsResolver,
    OccurrenceFieldsResolver,
  ],
})
export class StandingModule {}
