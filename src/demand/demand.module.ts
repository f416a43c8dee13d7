import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/index.js';
import { LotsModule } from '../lots/index.js';
import { MessagesModule } from '../messages/index.js';
import { OrdersModule } from '../orders/index.js';
import { PlacesModule } from '../places/index.js';
import { PlanningModule } from '../planning/index.js';
import { RepliesModule } from '../replies/index.js';
import { CoopPartResolver } from './api/coop-part.resolver.js';
import { DemandResolver } from './api/demand.resolver.js';
import { DemandViews } from './api/demand-views.js';
import { IntentionFieldsResolver, IntentionsResolver } from './api/intentions.resolver.js';
import { DemandStore } from './data/demand.store.js';
import { IntentionsStore } from './data/intentions.store.js';
import { IntentionQuestions } from './intention-questions.js';
import { AcceptDemandAsCoop } from './use-cases/accept-demand-as-coop.js';
import { AnswerDemand } from './use-cases/answer-demand.js';
import { DecideIntention } from './use-cases/decide-intention.js';
import { IntendForecast } from './use-cases/intend-forecast.js';
import { PublishDemand } from './use-cases/publish-demand.js';
import { TellOfIntentions } from './use-cases/tell-of-intentions.js';
import './words.js';

@Module({
  imports: [
    PlacesModule,
    CatalogModule,
    MessagesModule,
    PlanningModule,
    LotsModule,
    OrdersModule,
    RepliesModule,
  ],
  providers: [
    DemandStore,
    IntentionsStore,
    PublishDemand,
    AnswerDemand,
    AcceptDemandAsCoop,
    IntendForecast,
    DecideIntention,
    TellOfIntentions,
    IntentionQuestions,
    DemandViews,
    DemandResolver,
    CoopPartResolver,
    IntentionsResolver,
    IntentionFieldsResolver,
  ],
})
export class DemandModule {}
