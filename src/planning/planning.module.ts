import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogModule } from '../catalog/index.js';
import { MessagesModule } from '../messages/index.js';
import { PlacesModule } from '../places/index.js';
import { ForecastsResolver } from './api/forecasts.resolver.js';
import { ForecastEntity } from './data/forecast.entity.js';
import { ForecastsStore } from './data/forecasts.store.js';
import { ProductionPlanEntity } from './data/production-plan.entity.js';
import { Planning } from './planning.js';
import { Standings } from './standings.js';
import { ReportForecast } from './use-cases/report-forecast.js';
import { TakeReportBack } from './use-cases/take-report-back.js';
import { TellHouseholdOfReport } from './use-cases/tell-household-of-report.js';
import './words.js';

@Module({
  imports: [
    PlacesModule,
    CatalogModule,
    MessagesModule,
    TypeOrmModule.forFeature([ForecastEntity, ProductionPlanEntity]),
  ],
  providers: [
    ForecastsStore,
    Standings,
    Planning,
    ReportForecast,
    TellHouseholdOfReport,
    TakeReportBack,
    ForecastsResolver,
  ],
  exports: [Planning, Standings],
})
export class PlanningModule {}
