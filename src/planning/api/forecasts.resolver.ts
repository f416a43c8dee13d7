import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Accounts, householdCard, PartyModel, type Party } from '../../accounts/index.js';
import { Catalog, CropModel, type Crop } from '../../catalog/index.js';
import { daysBetween, type Day } from '../../kernel/day.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker, type AskContext } from '../../platform/graphql/ask-context.js';
import { badRequest } from '../../platform/graphql/faults.js';
import { inOrderOf, PerRequestLoader } from '../../platform/graphql/per-request-loader.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import type { ForecastEntity } from '../data/forecast.entity.js';
import { ForecastsStore } from '../data/forecasts.store.js';
import { forecastPolicy } from '../domain/forecast.policy.js';
import { ReportForecast } from '../use-cases/report-forecast.js';
import { ForecastModel, ReportForecastInput } from './forecast.model.js';

const ReportForecastResult = orRefused('ReportForecastResult', ForecastModel, 'Đã ghi số báo.');
const LONGEST_RANGE_DAYS = 62;

@Resolver(() => ForecastModel)
export class ForecastsResolver {
  readonly #households: PerRequestLoader<string, Party | undefined>;

  constructor(
    private readonly store: ForecastsStore,
    private readonly reporting: ReportForecast,
    private readonly accounts: Accounts,
    private readonly catalog: Catalog,
  ) {
    this.#households = new PerRequestLoader(async (ids) =>
      inOrderOf(ids, await accounts.parties(ids), (party) => party.id),
    );
  }

  @Can(forecastPolicy.report)
  @Mutation(() => ReportForecastResult, {
    name: 'reportForecast',
    description:
      'Báo sản lượng một ngày; báo lại là sửa, số cũ vẫn giữ. / Reports one day; a second report revises it.',
  })
  async reportForecast(
    @Asker() actor: Actor,
    @Args('input', { description: 'Số báo. / The report.' }) input: ReportForecastInput,
  ): Promise<ForecastEntity | Refusal> {
    const reported = await this.reporting.run(actor, input);
    return isRefusal(reported) ? reported : this.store.byId(reported.forecastId);
  }

  @Can(forecastPolicy.readOwn)
  @Query(() => [ForecastModel], {
    name: 'myForecasts',
    description:
      'Số báo hiện hành của hộ, hoặc của các hộ cho hợp tác xã xem. / Current reports of the household, or of those that let the cooperative see them.',
  })
  async myForecasts(
    @Asker() actor: Actor,
    @Args('from', { type: () => DayScalar, description: 'Từ ngày. / First day.' }) from: Day,
    @Args('to', { type: () => DayScalar, description: 'Đến ngày. / Last day.' }) to: Day,
  ): Promise<ForecastEntity[]> {
    if (daysBetween(from, to) > LONGEST_RANGE_DAYS)
      throw badRequest('from, to: nhiều nhất 62 ngày.');
    const partyId = actor.partyId ?? '';
    const ids =
      actor.role === 'COOP_CLERK' ? await this.accounts.householdsSeenBy(partyId) : [partyId];
    return this.store.currentOfHouseholds(ids, from, to);
  }

  @ResolveField(() => CropModel, { description: 'Cây. / Crop.' })
  crop(@Parent() forecast: ForecastEntity): Promise<Crop | undefined> {
    return this.catalog.crop(forecast.cropCode);
  }

  @ResolveField(() => PartyModel, { description: 'Hộ. / The household.' })
  async household(
    @Parent() forecast: ForecastEntity,
    @Context() context: AskContext,
  ): Promise<Party | undefined> {
    const household = await this.#households.load(context, forecast.householdId);
    return household && householdCard(context.actor, household);
  }
}
