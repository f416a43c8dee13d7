import { Module } from '@nestjs/common';
import { LotsModule } from '../lots/index.js';
import { MarketModule } from '../market/index.js';
import { MessagesModule } from '../messages/index.js';
import { PermitsModule } from '../permits/index.js';
import { RepliesModule } from '../replies/index.js';
import { ForgetHouseholdResolver } from './api/forget-household.resolver.js';
import { PrivacyResolver } from './api/privacy.resolver.js';
import { ErasuresStore } from './data/erasures.store.js';
import { ExportStore } from './data/export.store.js';
import { Forgetters } from './forgetters.js';
import { ExportPersonData } from './use-cases/export-person-data.js';
import { Forget } from './use-cases/forget.js';
import { ForgetHousehold } from './use-cases/forget-household.js';
import { TellOfErasures } from './use-cases/tell-of-erasures.js';
import { RequestErasure } from './use-cases/request-erasure.js';
import './words.js';

@Module({
  imports: [MessagesModule, PermitsModule, LotsModule, MarketModule, RepliesModule],
  providers: [
    ExportStore,
    ErasuresStore,
    ExportPersonData,
    RequestErasure,
    Forgetters,
    Forget,
    ForgetHousehold,
    TellOfErasures,
    PrivacyResolver,
    ForgetHouseholdResolver,
  ],
})
export class PrivacyModule {}
