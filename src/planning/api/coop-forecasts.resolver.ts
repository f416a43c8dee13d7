import { Args, Mutation, Query, Resolver, ResolveField, Parent } from '@nestjs/graphql';
import { Catalog, CropModel, type Crop } from '../../catalog/index.js';
import type { Day } from '../../kernel/day.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { CoopForecasts } from '../coop-forecasts.js';
import { forecastPolicy } from '../domain/forecast.policy.js';
import { CommuneBulkForecast, type BulkOutcome } from '../use-cases/commune-bulk-forecast.js';
import {
  BulkForecastInput,
  BulkForecastModel,
  CoopForecastCropModel,
  CoopForecastModel,
} from './coop-forecast.model.js';

const BulkResult = orRefused('CommuneBulkForecastResult', BulkForecastModel, 'Đã ghi danh sách.');

@Resolver()
export class CoopForecastsResolver {
  constructor(
    private readonly gathering: CoopForecasts,
    private readonly bulk: CommuneBulkForecast,
  ) {}

  @Can(forecastPolicy.gather)
  @Query(() => CoopForecastModel, {
    name: 'coopForecast',
    description:
      'Ngày ấy các hộ mình phụ trách có bao nhiêu: đã báo, số trước, chưa biết. / What the households one answers for bring on a day: reported, carried, unknown.',
  })
  async coopForecast(
    @Asker() actor: Actor,
    @Args('day', { type: () => DayScalar, description: 'Ngày. / The day.' }) day: Day,
    @Args('cropCode', {
      type: () => String,
      nullable: true,
      description: 'Chỉ cây này. / Only this crop.',
    })
    cropCode: string | null,
  ): Promise<CoopForecastModel> {
    const gathered = await this.gathering.of(actor, day, cropCode ?? null);
    return {
      day,
      crops: [...gathered.crops],
      rows: gathered.rows.map(({ householdId, kind, grams, saidFor, grower, held }) => ({
        householdId,
        name: grower.name,
        hamlet: grower.hamlet,
        cropCode: grower.cropCode,
        mark: kind,
        grams,
        saidFor,
        heldGrams: held?.grams ?? null,
      })),
    };
  }

  @Can(forecastPolicy.bulk)
  @Mutation(() => BulkResult, {
    name: 'communeBulkForecast',
    description:
      'Ghi cả danh sách cho các hộ không có điện thoại. / Writes a list for households without a phone.',
  })
  async communeBulkForecast(
    @Asker() actor: Actor,
    @Args('input', { description: 'Danh sách. / The list.' }) input: BulkForecastInput,
  ): Promise<{ rows: BulkOutcome[] } | Refusal> {
    const written = await this.bulk.run(actor, input);
    return isRefusal(written) ? written : { rows: written.rows };
  }
}

@Resolver(() => CoopForecastCropModel)
export class CoopForecastCropResolver {
  constructor(private readonly catalog: Catalog) {}

  @ResolveField(() => CropModel, { description: 'Cây. / The crop.' })
  crop(@Parent() part: CoopForecastCropModel): Promise<Crop | undefined> {
    return this.catalog.crop(part.cropCode);
  }
}
