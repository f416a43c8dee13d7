import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/index.js';
import { MessagesModule } from '../messages/index.js';
import { PlacesModule } from '../places/index.js';
import { OrdersModule } from '../orders/index.js';
import { PlanningModule } from '../planning/index.js';
import { CoopPartResolver } from './api/coop-part.resolver.js';
import { DemandResolver } from './api/demand.resolver.js';
import { DemandViews } from './api/demand-views.js';
import { DemandStore } from './data/demand.store.js';
import { AcceptDemandAsCoop } from './use-cases/accept-demand-as-coop.js';
import { AnswerDemand } from './use-cases/answer-demand.js';
import { PublishDemand } from './use-cases/publish-demand.js';
import './words.js';

@Module({
  imports: [PlacesModule, CatalogModule, MessagesModule, PlanningModule, OrdersModule],
  providers: [
    DemandStore,
    PublishDemand,
    AnswerDemand,
    AcceptDemandAsCoop,
    DemandViews,
    DemandResolver,
    CoopPartResolver,
  ],
})
export class DemandModule {}
