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
import { DayScalar, GramsScalar, UuidScalar } from '../../platform/graphql/scalars.js';
import type { ForecastEntity } from '../data/forecast.entity.js';
import { ForecastsStore } from '../data/forecasts.store.js';
import { forecastPolicy } from '../domain/forecast.policy.js';
import { bandOf } from '../domain/trend.js';
import { Standings } from '../standings.js';
import { ReportForecast } from '../use-cases/report-forecast.js';
import { ForecastModel, ReportForecastInput } from './forecast.model.js';

const ReportForecastResult = orRefused('ReportForecastResult', ForecastModel, 'Đã ghi số báo.');
const LONGEST_RANGE_DAYS = 62;
const HOUSEHOLD = 'Hộ; bỏ trống là hộ của mình. / The household; own by default.';

@Resolver(() => ForecastModel)
export class ForecastsResolver {
  readonly #households: PerRequestLoader<string, Party | undefined>;

  constructor(
    private readonly store: ForecastsStore,
    private readonly reporting: ReportForecast,
    private readonly accounts: Accounts,
    private readonly catalog: Catalog,
    private readonly standings: Standings,
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
      'Số báo hiện hành của hộ, hoặc của các hộ thành viên. / Current reports of the household or the members.',
  })
  async myForecasts(
    @Asker() actor: Actor,
    @Args('from', { type: () => DayScalar, description: 'Từ ngày. / First day.' }) from: Day,
    @Args('to', { type: () => DayScalar, description: 'Đến ngày. / Last day.' }) to: Day,
  ): Promise<ForecastEntity[]> {
    return this.store.currentOfHouseholds(await this.householdsOf(actor, from, to), from, to);
  }

  @Can(forecastPolicy.readOwn)
  @Query(() => [ForecastModel], {
    name: 'heldForecasts',
    description:
      'Số báo vượt mức đất, chờ nói lại cho chắc. / Reports beyond what the land bears, waiting to be said again.',
  })
  async heldForecasts(
    @Asker() actor: Actor,
    @Args('from', { type: () => DayScalar, description: 'Từ ngày. / First day.' }) from: Day,
    @Args('to', { type: () => DayScalar, description: 'Đến ngày. / Last day.' }) to: Day,
  ): Promise<ForecastEntity[]> {
    return this.store.held(await this.householdsOf(actor, from, to), from, to);
  }

  @Can(forecastPolicy.readHistory)
  @Query(() => [ForecastModel], {
    name: 'forecastRevisions',
    description: 'Mọi lần báo cho một ngày, mới trước. / Every word for a day, the last first.',
  })
  async forecastRevisions(
    @Asker() actor: Actor,
    @Args('householdId', { type: () => UuidScalar, nullable: true, description: HOUSEHOLD })
    householdId: string | null,
    @Args('cropCode', { type: () => String, description: 'Cây. / Crop.' }) cropCode: string,
    @Args('day', { type: () => DayScalar, description: 'Ngày có hàng. / The day.' }) day: Day,
  ): Promise<ForecastEntity[]> {
    const found = await this.standings.of(actor, householdId ?? actor.partyId ?? '');
    if (!found || !forecastPolicy.readHistory.allows(actor, found.standing)) return [];
    return this.store.revisions({ householdId: found.household.id, cropCode, day });
  }

  @ResolveField(() => GramsScalar, { description: 'Ít nhất chừng. / The least it stands for.' })
  lowGrams(@Parent() forecast: ForecastEntity): number {
    return bandOf(forecast).low;
  }

  @ResolveField(() => GramsScalar, { description: 'Nhiều nhất chừng. / The most it stands for.' })
  highGrams(@Parent() forecast: ForecastEntity): number {
    return bandOf(forecast).high;
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

  private async householdsOf(actor: Actor, from: Day, to: Day): Promise<string[]> {
    if (daysBetween(from, to) > LONGEST_RANGE_DAYS)
      throw badRequest('from, to: nhiều nhất 62 ngày.');
    const partyId = actor.partyId ?? '';
    return actor.role === 'COOP_CLERK' ? this.accounts.householdsSeenBy(partyId) : [partyId];
  }
}
