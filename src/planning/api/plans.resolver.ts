import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Accounts, householdCard, PartyModel, type Party } from '../../accounts/index.js';
import { Catalog, CropModel, type Crop } from '../../catalog/index.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import { AdminUnitModel, Places, type AdminUnit } from '../../places/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker, type AskContext } from '../../platform/graphql/ask-context.js';
import {
  connectionOf,
  PageArgs,
  pageOf,
  pageSize,
  type Page,
} from '../../platform/graphql/page.js';
import { inOrderOf, PerRequestLoader } from '../../platform/graphql/per-request-loader.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { startAfter, timeKeys } from '../../platform/graphql/time-pages.js';
import type { PlanFilter, PlanScope } from '../data/plans.store.js';
import { PlansStore } from '../data/plans.store.js';
import { planPolicy } from '../domain/plan.policy.js';
import { PlanViews, type PlanView } from '../plan-views.js';
import { Territory } from '../territory.js';
import { ReviewPlan } from '../use-cases/review-plan.js';
import { SavePlan } from '../use-cases/save-plan.js';
import { PlanFilterInput, PlanModel, ReviewPlanInput, SavePlanInput } from './plan.model.js';

const PlanConnection = connectionOf('ProductionPlanConnection', PlanModel);
const SavePlanResult = orRefused('SaveProductionPlanResult', PlanModel, 'Đã ghi kế hoạch.');
const ReviewPlanResult = orRefused('ReviewProductionPlanResult', PlanModel, 'Đã xem kế hoạch.');

@Resolver(() => PlanModel)
export class PlansResolver {
  readonly #households: PerRequestLoader<string, Party | undefined>;

  constructor(
    private readonly store: PlansStore,
    private readonly views: PlanViews,
    private readonly saving: SavePlan,
    private readonly reviewing: ReviewPlan,
    private readonly territory: Territory,
    private readonly accounts: Accounts,
  ) {
    this.#households = new PerRequestLoader(async (ids) =>
      inOrderOf(ids, await this.accounts.parties(ids), (party) => party.id),
    );
  }

  @Can(planPolicy.save)
  @Mutation(() => SavePlanResult, {
    name: 'saveProductionPlan',
    description: 'Ghi hoặc nộp kế hoạch một vụ. / Writes a season plan, or hands it in.',
  })
  async saveProductionPlan(
    @Asker() actor: Actor,
    @Args('input', { description: 'Kế hoạch. / The plan.' }) input: SavePlanInput,
  ): Promise<PlanView | Refusal> {
    const saved = await this.saving.run(actor, input);
    return isRefusal(saved) ? saved : this.views.one(saved.planId);
  }

  @Can(planPolicy.review)
  @Mutation(() => ReviewPlanResult, {
    name: 'reviewProductionPlan',
    description:
      'Xác nhận, trả lại hoặc khép kế hoạch. / Confirms a plan, gives it back or closes it.',
  })
  async reviewProductionPlan(
    @Asker() actor: Actor,
    @Args('input', { description: 'Quyết định. / The decision.' }) input: ReviewPlanInput,
  ): Promise<PlanView | Refusal> {
    const reviewed = await this.reviewing.run(actor, input);
    return isRefusal(reviewed) ? reviewed : this.views.one(reviewed.planId);
  }

  @Can(planPolicy.readOwn)
  @Query(() => PlanConnection, {
    name: 'myProductionPlans',
    description:
      'Kế hoạch của hộ, hoặc của các hộ thành viên, mới trước. / Plans of the household or the members, newest first.',
  })
  async myProductionPlans(@Asker() actor: Actor, @Args() page: PageArgs): Promise<Page<PlanView>> {
    const partyId = actor.partyId ?? '';
    const householdIds =
      actor.role === 'COOP_CLERK' ? await this.accounts.householdsSeenBy(partyId) : [partyId];
    return this.page({ householdIds }, {}, page);
  }

  @Can(planPolicy.review)
  @Query(() => PlanConnection, {
    name: 'productionPlans',
    description: 'Kế hoạch mình được xem, mới trước. / Plans one may review, newest first.',
  })
  async productionPlans(
    @Asker() actor: Actor,
    @Args() page: PageArgs,
    @Args('filter', {
      type: () => PlanFilterInput,
      nullable: true,
      description: 'Điều kiện lọc. / What to narrow by.',
    })
    filter: PlanFilterInput | null,
  ): Promise<Page<PlanView>> {
    const scope: PlanScope =
      actor.role === 'COOP_CLERK'
        ? { householdIds: await this.accounts.householdsSeenBy(actor.partyId ?? '') }
        : { communeIds: await this.territory.communesOf(actor, filter?.communeId ?? null) };
    return this.page(scope, filter ?? {}, page);
  }

  @ResolveField(() => PartyModel, {
    nullable: true,
    description: 'Hộ; trống là của cả xã. / The household; none for a whole commune.',
  })
  async household(
    @Parent() plan: PlanView,
    @Context() context: AskContext,
  ): Promise<Party | undefined> {
    if (plan.householdId === null) return undefined;
    const household = await this.#households.load(context, plan.householdId);
    return household && householdCard(context.actor, household);
  }

  private async page(
    scope: PlanScope,
    filter: PlanFilter,
    page: PageArgs,
  ): Promise<Page<PlanView>> {
    const first = pageSize(page.first);
    const rows = await this.store.page(scope, filter, first + 1, startAfter(page.after));
    const { nodes, pageInfo } = pageOf(rows, first, timeKeys);
    return { nodes: await this.views.all(nodes), pageInfo };
  }
}

@Resolver(() => PlanModel)
export class PlanFieldsResolver {
  constructor(
    private readonly catalog: Catalog,
    private readonly places: Places,
  ) {}

  @ResolveField(() => CropModel, { description: 'Cây. / Crop.' })
  crop(@Parent() plan: PlanView): Promise<Crop | undefined> {
    return this.catalog.crop(plan.cropCode);
  }

  @ResolveField(() => AdminUnitModel, { description: 'Xã. / The commune.' })
  commune(@Parent() plan: PlanView): Promise<AdminUnit | undefined> {
    return this.places.unit(plan.communeId);
  }
}
