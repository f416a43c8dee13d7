import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { CatalogModule } from '../catalog/index.js';
import { LotsModule } from '../lots/index.js';
import { MessagesModule } from '../messages/index.js';
import { OrdersModule } from '../orders/index.js';
import { RunsModule } from '../runs/index.js';
import { SettlementModule } from '../settlement/index.js';
import { WeighingModule } from '../weighing/index.js';
import { ChangePartResolver, DealChangeResolver } from './api/change-fields.resolver.js';
import { ChangeLoaders } from './api/change.loaders.js';
import { EndedDealResolver, EndingsResolver } from './api/endings.resolver.js';
import { OrderChangesResolver } from './api/order-changes.resolver.js';
import './change-words.js';
import { EndingsStore } from './data/endings.store.js';
import { OrderChangesStore } from './data/order-changes.store.js';
import { StandingsStore } from './data/standings.store.js';
import { AnswerEnding } from './use-cases/answer-ending.js';
import { AnswerChange } from './use-cases/answer-change.js';
import { Changing } from './use-cases/changing.js';
import { EndDeal } from './use-cases/end-deal.js';
import { EndingAftermath } from './use-cases/ending-aftermath.js';
import { GivingUpDeals } from './use-cases/giving-up.js';
import { KeepReleaseTimes } from './use-cases/keep-release-times.js';
import { KeepProposals } from './use-cases/keep-proposals.js';
import { ProposeChange } from './use-cases/propose-change.js';
import { ChangeNews } from './use-cases/change-news.js';
import { TellOfChanges } from './use-cases/tell-of-changes.js';
import { TellOfEndings } from './use-cases/tell-of-endings.js';
import { WriteReplaced } from './use-cases/write-replaced.js';
import './words.js';

@Module({
  imports: [
    AccountsModule,
    CatalogModule,
    LotsModule,
    MessagesModule,
    OrdersModule,
    WeighingModule,
    SettlementModule,
    RunsModule,
  ],
  providers: [
    EndingsStore,
    StandingsStore,
    EndingAftermath,
    ChangeNews,
    GivingUpDeals,
    EndDeal,
    AnswerEnding,
    KeepReleaseTimes,
    WriteReplaced,
    TellOfEndings,
    OrderChangesStore,
    Changing,
    ProposeChange,
    AnswerChange,
    KeepProposals,
    TellOfChanges,
    ChangeLoaders,
    EndingsResolver,
    EndedDealResolver,
    OrderChangesResolver,
    DealChangeResolver,
    ChangePartResolver,
  ],
})
export class ChangesModule {}
