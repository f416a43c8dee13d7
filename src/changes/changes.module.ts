import { Module } from '@nestjs/common';
import { LotsModule } from '../lots/index.js';
import { MessagesModule } from '../messages/index.js';
import { OrdersModule } from '../orders/index.js';
import { RunsModule } from '../runs/index.js';
import { SettlementModule } from '../settlement/index.js';
import { WeighingModule } from '../weighing/index.js';
import { ChangeLoaders } from './api/change.loaders.js';
import { EndingsResolver } from './api/endings.resolver.js';
import { EndingsStore } from './data/endings.store.js';
import { StandingsStore } from './data/standings.store.js';
import { AnswerEnding } from './use-cases/answer-ending.js';
import { EndDeal } from './use-cases/end-deal.js';
import { EndingAftermath } from './use-cases/ending-aftermath.js';
import { GivingUpDeals } from './use-cases/giving-up.js';
import { KeepReleaseTimes } from './use-cases/keep-release-times.js';
import { TellOfEndings } from './use-cases/tell-of-endings.js';
import './words.js';

@Module({
  imports: [LotsModule, MessagesModule, OrdersModule, WeighingModule, SettlementModule, RunsModule],
  providers: [
    EndingsStore,
    StandingsStore,
    EndingAftermath,
    GivingUpDeals,
    EndDeal,
    AnswerEnding,
    KeepReleaseTimes,
    TellOfEndings,
    ChangeLoaders,
    EndingsResolver,
  ],
})
export class ChangesModule {}
