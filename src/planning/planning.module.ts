import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogModule } from '../catalog/index.js';
import { MessagesModule } from '../messages/index.js';
import { PlacesModule } from '../places/index.js';
import {
  CoopForecastCropResolver,
  CoopForecastRowResolver,
  CoopForecastsResolver,
} from './api/coop-forecasts.resolver.js';
import { ContainersResolver } from './api/containers.resolver.js';
import { CropCalendarResolver } from './api/crop-calendar.resolver.js';
import { FieldEventsResolver } from './api/field-events.resolver.js';
import { ForecastSheetController } from './api/forecast-sheet.controller.js';
import { ForecastsResolver } from './api/forecasts.resolver.js';
import { HouseholdListsResolver } from './api/household-lists.resolver.js';
import { HouseholdSheetController } from './api/household-sheet.controller.js';
import { PlanFieldsResolver, PlansResolver } from './api/plans.resolver.js';
import { CoopForecasts } from './coop-forecasts.js';
import { CropCalendar } from './crop-calendar.js';
import { ContainerWeightsStore } from './data/container-weights.store.js';
import { CropWindowEntity } from './data/crop-window.entity.js';
import { CropWindowsStore } from './data/crop-windows.store.js';
import { FieldEventEntity } from './data/field-event.entity.js';
import { FieldEventsStore } from './data/field-events.store.js';
import { ForecastEntity } from './data/forecast.entity.js';
import { ForecastsStore } from './data/forecasts.store.js';
import { PlansStore } from './data/plans.store.js';
import { ProductionPlanEntity } from './data/production-plan.entity.js';
import { RosterStore } from './data/roster.store.js';
import { ForecastLists } from './forecast-lists.js';
import { HouseholdLists } from './household-lists.js';
import { PlanViews } from './plan-views.js';
import { Planning } from './planning.js';
import { Standings } from './standings.js';
import { Subjects } from './subjects.js';
import { Territory } from './territory.js';
import { CommuneBulkForecast } from './use-cases/commune-bulk-forecast.js';
import { ImportHouseholds } from './use-cases/import-households.js';
import { ReportFieldEvent } from './use-cases/report-field-event.js';
import { ReportForecast } from './use-cases/report-forecast.js';
import { TakeContainerWordBack } from './use-cases/take-container-word-back.js';
import { TakeEventBack } from './use-cases/take-event-back.js';
import { TakePlanBack } from './use-cases/take-plan-back.js';
import { TakeReportBack } from './use-cases/take-report-back.js';
import { ReviewPlan } from './use-cases/review-plan.js';
import { SavePlan } from './use-cases/save-plan.js';
import { SetContainerWeight } from './use-cases/set-container-weight.js';
import { SetCropWindow } from './use-cases/set-crop-window.js';
import { TellHouseholdOfReport } from './use-cases/tell-household-of-report.js';
import { TellHouseholdsOfEvent } from './use-cases/tell-households-of-event.js';
import { WriteReport } from './use-cases/write-report.js';
import './words.js';

@Module({
  imports: [
    PlacesModule,
    CatalogModule,
    MessagesModule,
    TypeOrmModule.forFeature([
      ForecastEntity,
      ProductionPlanEntity,
      CropWindowEntity,
      FieldEventEntity,
    ]),
  ],
  controllers: [ForecastSheetController, HouseholdSheetController],
  providers: [
    ForecastsStore,
    PlansStore,
    RosterStore,
    CropWindowsStore,
    ContainerWeightsStore,
    FieldEventsStore,
    CropCalendar,
    Standings,
    Territory,
    Subjects,
    Planning,
    PlanViews,
    CoopForecasts,
    ForecastLists,
    WriteReport,
    ReportForecast,
    CommuneBulkForecast,
    SavePlan,
    ReviewPlan,
    SetCropWindow,
    SetContainerWeight,
    TakeContainerWordBack,
    ReportFieldEvent,
    TellHouseholdOfReport,
    TakeReportBack,
    TakeEventBack,
    TakePlanBack,
    TellHouseholdsOfEvent,
    ForecastsResolver,
    CoopForecastsResolver,
    CoopForecastCropResolver,
    CoopForecastRowResolver,
    PlansResolver,
    PlanFieldsResolver,
    CropCalendarResolver,
    ContainersResolver,
    FieldEventsResolver,
    HouseholdLists,
    ImportHouseholds,
    HouseholdListsResolver,
  ],
  exports: [Planning, Standings, Territory],
})
export class PlanningModule {}
