import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Clock } from '../kernel/clock.js';
import { RuleGuard } from './access/rule-guard.js';
import { ActChain } from './audit/act-chain.js';
import { ChainActs } from './audit/chain-acts.js';
import type { Config } from './config.js';
import { CONFIG } from './configured.js';
import { dataSourceOptions } from './database/data-source.js';
import { HotReads } from './database/prepared.js';
import { UnitOfWork } from './database/unit-of-work.js';
import { Announcements } from './events/announcements.js';
import { Clockwork } from './events/clockwork.js';
import { Handlers } from './events/handlers.js';
import { Outbox } from './events/outbox.js';
import { Worker } from './events/worker.js';
import { FaultAnswers } from './http/fault-answers.js';
import { HealthController } from './http/health.controller.js';
import { Readiness } from './http/readiness.js';
import { Counters } from './limits/counters.js';
import { Sealer } from './secrets/sealer.js';
import { SystemClock } from './system-clock.js';
import './words/platform-words.js';

@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [CONFIG],
      useFactory: (config: Config) => ({
        ...dataSourceOptions(config.databaseUrl ?? ''),
        autoLoadEntities: true,
        retryAttempts: 0,
      }),
    }),
  ],
  controllers: [HealthController],
  providers: [
    UnitOfWork,
    HotReads,
    Readiness,
    Outbox,
    Handlers,
    Announcements,
    Clockwork,
    Worker,
    Counters,
    Sealer,
    ActChain,
    ChainActs,
    { provide: Clock, useClass: SystemClock },
    { provide: APP_FILTER, useClass: FaultAnswers },
    { provide: APP_GUARD, useClass: RuleGuard },
  ],
  exports: [
    Announcements,
    UnitOfWork,
    HotReads,
    Readiness,
    Outbox,
    Handlers,
    Clockwork,
    Worker,
    Counters,
    Sealer,
    Clock,
  ],
})
export class PlatformModule {}
