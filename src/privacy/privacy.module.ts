import { Module } from '@nestjs/common';
import { LotsModule } from '../lots/index.js';
import { MarketModule } from '../market/index.js';
import { MessagesModule } from '../messages/index.js';
import { PermitsModule } from '../permits/index.js';
import { RepliesModule } from '../replies/index.js';
import { ForgetHouseholdResolver } from './api/forget-household.resolver.js';
import { HouseholdDataResolver } from './api/household-data.resolver.js';
import { PrivacyResolver } from './api/privacy.resolver.js';
import { ErasuresStore } from './data/erasures.store.js';
import { ExportStore } from './data/export.store.js';
import { Exports } from './exports.js';
import { Forgetters } from './forgetters.js';
import { ExportHouseholdData } from './use-cases/export-household-data.js';
import { ExportPersonData } from './use-cases/export-person-data.js';
import { Forget } from './use-cases/forget.js';
import { ForgetHousehold } from './use-cases/forget-household.js';
import { TellHousehold } from './use-cases/tell-household.js';
import { RequestErasure } from './use-cases/request-erasure.js';
import './words.js';

@Module({
  imports: [MessagesModule, PermitsModule, LotsModule, MarketModule, RepliesModule],
  providers: [
    ExportStore,
    Exports,
    ErasuresStore,
    ExportPersonData,
    ExportHouseholdData,
    RequestErasure,
    Forgetters,
    Forget,
    ForgetHousehold,
    TellHousehold,
    PrivacyResolver,
    ForgetHouseholdResolver,
    HouseholdDataResolver,
  ],
})
export class PrivacyModule {}
