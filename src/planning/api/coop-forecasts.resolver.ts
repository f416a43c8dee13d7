import { Args, Context, Mutation, Query, Resolver, ResolveField, Parent } from '@nestjs/graphql';
import { Accounts } from '../../accounts/index.js';
import { Catalog, CropModel, type Crop } from '../../catalog/index.js';
import type { Day } from '../../kernel/day.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker, type AskContext } from '../../platform/graphql/ask-context.js';
import { PerRequestLoader } from '../../platform/graphql/per-request-loader.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { ContainerWeightsStore, type ContainerWeight } from '../data/container-weights.store.js';
import { CoopForecasts } from '../coop-forecasts.js';
import { forecastPolicy } from '../domain/forecast.policy.js';
import { CommuneBulkForecast, type BulkOutcome } from '../use-cases/commune-bulk-forecast.js';
import { ContainerWeightModel } from './container.model.js';
import {
  BulkForecastInput,
  BulkForecastModel,
  CoopForecastCropModel,
  CoopForecastModel,
  CoopForecastRowModel,
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
        isEntrusted: gathered.entrusted.has(householdId),
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

@Resolver(() => CoopForecastRowModel)
export class CoopForecastRowResolver {
  readonly #containers: PerRequestLoader<string, readonly ContainerWeight[]>;
  readonly #soldFor: PerRequestLoader<string, ReadonlySet<string>>;

  constructor(store: ContainerWeightsStore, accounts: Accounts) {
    this.#containers = new PerRequestLoader(async (ids) => {
      const weights = await store.ofHouseholds(ids);
      return ids.map((id) => weights.filter(({ householdId }) => householdId === id));
    });
    this.#soldFor = new PerRequestLoader((ids) =>
      Promise.all(ids.map(async (id) => new Set(await accounts.householdsSoldFor(id)))),
    );
  }

  @ResolveField(() => [ContainerWeightModel], {
    description:
      'Sọt, thùng của hộ đựng bao nhiêu; trống khi không được báo thay. / What its baskets and crates hold; nothing for whom may not report for it.',
  })
  async containers(
    @Parent() { householdId }: CoopForecastRowModel,
    @Context() context: AskContext,
  ): Promise<readonly ContainerWeight[]> {
    const { role, partyId } = context.actor;
    if (role === 'COOP_CLERK') {
      const sold = await this.#soldFor.load(context, partyId ?? '');
      if (!sold.has(householdId)) return [];
    }
    return this.#containers.load(context, householdId);
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
