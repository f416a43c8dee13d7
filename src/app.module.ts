import { Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { AccountsModule } from './accounts/index.js';
import { BoxesModule } from './boxes/index.js';
import { CatalogModule } from './catalog/index.js';
import { ChangesModule } from './changes/index.js';
import { DemandModule } from './demand/index.js';
import { LotsModule } from './lots/index.js';
import { MarketModule } from './market/index.js';
import { MessagesModule } from './messages/index.js';
import { NegotiationModule } from './negotiation/index.js';
import { OfficeModule } from './office/index.js';
import { OrdersModule } from './orders/index.js';
import { PagesModule } from './pages/index.js';
import { PapersModule } from './papers/index.js';
import { PermitsModule } from './permits/index.js';
import { PlacesModule } from './places/index.js';
import { PlanningModule } from './planning/index.js';
import { EveryOperationHasARule } from './platform/access/every-operation-has-a-rule.js';
import type { Config } from './platform/config.js';
import { ConfiguredModule } from './platform/configured.js';
import { GraphqlModule } from './platform/graphql/graphql.module.js';
import { PlatformModule } from './platform/platform.module.js';
import { RepliesModule } from './replies/index.js';
import { PrivacyModule } from './privacy/index.js';
import { RunsModule } from './runs/index.js';
import { SettlementModule } from './settlement/index.js';
import { StandingModule } from './standing/index.js';
import { WeighingModule } from './weighing/index.js';

/** The table of contents of the product, lowest feature first. */
const FEATURES = [
  PlacesModule,
  CatalogModule,
  AccountsModule,
  MessagesModule,
  PlanningModule,
  PermitsModule,
  LotsModule,
  MarketModule,
  OrdersModule,
  RepliesModule,
  DemandModule,
  StandingModule,
  BoxesModule,
  WeighingModule,
  SettlementModule,
  RunsModule,
  ChangesModule,
  PrivacyModule,
  OfficeModule,
  NegotiationModule,
  PapersModule,
  PagesModule,
];

@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DiscoveryModule,
        ConfiguredModule.with(config),
        PlatformModule,
        GraphqlModule,
        ...FEATURES,
      ],
      providers: [EveryOperationHasARule],
    };
  }
}
