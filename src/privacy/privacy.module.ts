import { Module } from '@nestjs/common';
import { LotsModule } from '../lots/index.js';
import { MarketModule } from '../market/index.js';
import { MessagesModule } from '../messages/index.js';
import { PermitsModule } from '../permits/index.js';
import { RepliesModule } from '../replies/index.js';
import { PrivacyResolver } from './api/privacy.resolver.js';
import { ErasuresStore } from './data/erasures.store.js';
import { ExportStore } from './data/export.store.js';
import { Forgetters } from './forgetters.js';
import { ExportPersonData } from './use-cases/export-person-data.js';
import { Forget } from './use-cases/forget.js';
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
    PrivacyResolver,
  ],
})
export class PrivacyModule {}
