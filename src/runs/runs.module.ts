import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { CatalogModule } from '../catalog/index.js';
import { MessagesModule } from '../messages/index.js';
import { OrdersModule } from '../orders/index.js';
import { PermitsModule } from '../permits/index.js';
import { PlacesModule } from '../places/index.js';
import { WeighingModule } from '../weighing/index.js';
import { DriveResolver } from './api/drive.resolver.js';
import { ReplacementsResolver } from './api/replacements.resolver.js';
import { RunFieldsResolver, VehicleFieldsResolver } from './api/run-fields.resolver.js';
import { RunPermitResolver } from './api/run-permit.resolver.js';
import { RunLoaders } from './api/run.loaders.js';
import { RunsResolver } from './api/runs.resolver.js';
import { DealStopResolver, StopFieldsResolver } from './api/stop-fields.resolver.js';
import { PlanningStore } from './data/planning.store.js';
import { ReplacingStore } from './data/replacing.store.js';
import { RunsStore } from './data/runs.store.js';
import { PermitDrafts } from './permit-drafts.js';
import { Runs } from './runs.js';
import { AcceptRun } from './use-cases/accept-run.js';
import { ApplyPermit } from './use-cases/apply-permit.js';
import { ArriveStop } from './use-cases/arrive-stop.js';
import { CancelRun } from './use-cases/cancel-run.js';
import { CompleteStop } from './use-cases/complete-stop.js';
import { DeliverRun } from './use-cases/deliver-run.js';
import { PlanRun } from './use-cases/plan-run.js';
import { ReplaceAllocation } from './use-cases/replace-allocation.js';
import { AddStops } from './use-cases/add-stops.js';
import { ReadRunBooks } from './use-cases/run-books.js';
import { SuggestReplacements } from './use-cases/suggest-replacements.js';
import { StartRun } from './use-cases/start-run.js';
import { TellOfRun } from './use-cases/tell-of-run.js';
import './words.js';

@Module({
  imports: [
    PlacesModule,
    CatalogModule,
    AccountsModule,
    MessagesModule,
    OrdersModule,
    WeighingModule,
    PermitsModule,
  ],
  providers: [
    RunsStore,
    PlanningStore,
    ReplacingStore,
    PlanRun,
    AcceptRun,
    StartRun,
    ArriveStop,
    CompleteStop,
    ReplaceAllocation,
    ReadRunBooks,
    AddStops,
    SuggestReplacements,
    DeliverRun,
    CancelRun,
    ApplyPermit,
    TellOfRun,
    PermitDrafts,
    Runs,
    RunLoaders,
    RunsResolver,
    DriveResolver,
    ReplacementsResolver,
    RunPermitResolver,
    RunFieldsResolver,
    VehicleFieldsResolver,
    StopFieldsResolver,
    DealStopResolver,
  ],
  exports: [Runs],
})
export class RunsModule {}
