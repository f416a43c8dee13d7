import { Args, ID, Parent, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { Catalog, CropModel, GradeModel, type Crop, type Grade } from '../../catalog/index.js';
import { Clock } from '../../kernel/clock.js';
import { dayOf, plusDays, type Day } from '../../kernel/day.js';
import { AdminUnitModel, Places, type AdminUnit } from '../../places/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { Boards, type CurveDay, type SupplyBoard } from '../boards.js';
import { HomeStore, type HomeFigures } from '../data/home.store.js';
import type { DrillRow } from '../data/supply.store.js';
import { officePolicy } from '../domain/office.policy.js';
import type { PriceRow } from '../domain/price-board.js';
import type { Measure, SupplyRow } from '../domain/supply-board.js';
import { SupplyChanges } from '../supply-changes.js';
import {
  CurveDayModel,
  HomeSummaryModel,
  MeasureEnum,
  PriceBoardModel,
  PriceRowModel,
  SupplyBoardModel,
  SupplyBoardRowModel,
  SupplyChangeModel,
  SupplyRowModel,
} from './office.model.js';

const DAY = 'Ngày. / The day.';
const COMMUNE = 'Chỉ xã này. / Only this commune.';
const CROP = 'Mã cây. / Crop code.';

@Resolver()
export class OfficeResolver {
  constructor(
    private readonly boards: Boards,
    private readonly homes: HomeStore,
    private readonly changes: SupplyChanges,
    private readonly clock: Clock,
  ) {}

  @Can(officePolicy.watch)
  @Query(() => SupplyBoardModel, {
    name: 'supplyDashboard',
    description: 'Bảng sản lượng một ngày. / The supply board of a day.',
  })
  supplyDashboard(
    @Asker() actor: Actor,
    @Args('day', { type: () => DayScalar, description: DAY }) day: Day,
    @Args('communeId', { type: () => ID, nullable: true, description: COMMUNE })
    communeId: string | null,
  ): Promise<SupplyBoard> {
    return this.boards.supplyOn(actor, day, communeId ?? null);
  }

  @Can(officePolicy.watch)
  @Query(() => [SupplyRowModel], {
    name: 'supplyRows',
    description: 'Các dòng gốc của một con số. / The rows behind one figure.',
  })
  supplyRows(
    @Asker() actor: Actor,
    @Args('day', { type: () => DayScalar, description: DAY }) day: Day,
    @Args('communeId', { type: () => ID, description: COMMUNE }) communeId: string,
    @Args('cropCode', { type: () => String, description: CROP }) cropCode: string,
    @Args('measure', { type: () => MeasureEnum, description: 'Số liệu nào. / Which figure.' })
    measure: Measure,
  ): Promise<DrillRow[]> {
    return this.boards.drill(actor, day, communeId, cropCode, measure);
  }

  @Can(officePolicy.watch)
  @Query(() => [CurveDayModel], {
    name: 'forwardCurve',
    description: 'Cung, cầu và xe 14 ngày tới. / Supply, demand and trucks of 14 days.',
  })
  forwardCurve(
    @Asker() actor: Actor,
    @Args('cropCode', { type: () => String, description: CROP }) cropCode: string,
    @Args('from', { type: () => DayScalar, description: 'Từ ngày. / First day.' }) from: Day,
  ): Promise<CurveDay[]> {
    return this.boards.curve(actor, cropCode, from);
  }

  @Can(officePolicy.prices)
  @Query(() => PriceBoardModel, {
    name: 'priceBoard',
    description: 'Bảng giá phiên gần nhất. / Prices of the last market day.',
  })
  priceBoard(
    @Args('day', { type: () => DayScalar, nullable: true, description: DAY }) day: Day | null,
  ): Promise<{ day: Day; rows: PriceRow[] }> {
    return this.boards.pricesOn(day ?? dayOf(this.clock.now()));
  }

  @Can(officePolicy.home)
  @Query(() => HomeSummaryModel, {
    name: 'homeSummary',
    description: 'Màn hình đầu của bên đang dùng. / First screen of the acting party.',
  })
  homeSummary(@Asker() actor: Actor): Promise<HomeFigures> {
    const now = this.clock.now();
    const today = dayOf(now);
    return this.homes.figures(actor.partyId ?? '', today, plusDays(today, 1), now);
  }

  @Can(officePolicy.watch)
  @Subscription(() => SupplyChangeModel, {
    name: 'supplyChanged',
    description: 'Báo khi bảng sản lượng đổi. / Tells when the supply board changed.',
    resolve: (change: { dataAt: Date }) => change,
  })
  supplyChanged(): AsyncIterableIterator<{ dataAt: Date }> {
    return this.changes.listen();
  }
}

@Resolver(() => SupplyBoardRowModel)
export class SupplyBoardRowResolver {
  constructor(
    private readonly places: Places,
    private readonly catalog: Catalog,
  ) {}

  @ResolveField(() => AdminUnitModel, { description: 'Xã. / The commune.' })
  commune(@Parent() row: SupplyRow): Promise<AdminUnit | undefined> {
    return this.places.unit(row.communeId);
  }

  @ResolveField(() => CropModel, { description: 'Cây. / The crop.' })
  crop(@Parent() row: SupplyRow): Promise<Crop | undefined> {
    return this.catalog.crop(row.cropCode);
  }
}

@Resolver(() => PriceRowModel)
export class PriceRowResolver {
  constructor(private readonly catalog: Catalog) {}

  @ResolveField(() => CropModel, { description: 'Cây. / The crop.' })
  crop(@Parent() row: PriceRow): Promise<Crop | undefined> {
    return this.catalog.crop(row.cropCode);
  }

  @ResolveField(() => GradeModel, { description: 'Loại. / The grade.' })
  grade(@Parent() row: PriceRow): Promise<Grade | undefined> {
    return this.catalog.grade(row.cropCode, row.gradeCode);
  }
}
