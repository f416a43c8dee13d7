import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { CatalogModule } from '../catalog/index.js';
import { MessagesModule } from '../messages/index.js';
import { PermitsModule } from '../permits/index.js';
import { PlacesModule } from '../places/index.js';
import { PlanningModule } from '../planning/index.js';
import { ClosurePreviewResolver } from './api/closure-preview.resolver.js';
import { CommuneFairnessResolver, FairnessReportResolver } from './api/fairness.resolver.js';
import { ForecastErrorsResolver } from './api/forecast-errors.resolver.js';
import { OfficeController } from './api/office.controller.js';
import { OfficeResolver, PriceRowResolver, SupplyBoardRowResolver } from './api/office.resolver.js';
import { Boards } from './boards.js';
import { ClosuresStore } from './data/closures.store.js';
import { FairnessStore } from './data/fairness.store.js';
import { ForecastErrorsStore } from './data/forecast-errors.store.js';
import { HomeStore } from './data/home.store.js';
import { PriceStore } from './data/price.store.js';
import { SupplyStore } from './data/supply.store.js';
import { FairnessReports } from './fairness-reports.js';
import { ForecastErrors } from './forecast-errors.js';
import { SupplyChanges } from './supply-changes.js';
import { TellOfClosure } from './tell-of-closure.js';
import { WatchSupply } from './watch-supply.js';

@Module({
  imports: [
    AccountsModule,
    PlacesModule,
    CatalogModule,
    MessagesModule,
    PlanningModule,
    PermitsModule,
  ],
  controllers: [OfficeController],
  providers: [
    SupplyStore,
    PriceStore,
    HomeStore,
    FairnessStore,
    FairnessReports,
    ForecastErrorsStore,
    ForecastErrors,
    Boards,
    SupplyChanges,
    WatchSupply,
    ClosuresStore,
    TellOfClosure,
    ClosurePreviewResolver,
    OfficeResolver,
    FairnessReportResolver,
    CommuneFairnessResolver,
    ForecastErrorsResolver,
    SupplyBoardRowResolver,
    PriceRowResolver,
  ],
  exports: [Boards],
})
export class OfficeModule {}
