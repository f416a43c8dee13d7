import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Catalog, CropModel, type Crop } from '../../catalog/index.js';
import { Clock } from '../../kernel/clock.js';
import { dayOf } from '../../kernel/day.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import { AdminUnitModel, Places, type AdminUnit } from '../../places/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { actOf } from '../../platform/database/unit-of-work.js';
import { Asker, type AskContext } from '../../platform/graphql/ask-context.js';
import { PerRequestLoader } from '../../platform/graphql/per-request-loader.js';
import { IntentionsStore, type ForetoldDay, type Intention } from '../data/intentions.store.js';
import { demandPolicy } from '../domain/demand.policy.js';
import { stateOn } from '../domain/intention.js';
import { DecideIntention } from '../use-cases/decide-intention.js';
import { IntendForecast } from '../use-cases/intend-forecast.js';
import { DemandModel } from './demand.model.js';
import { DemandViews } from './demand-views.js';
import {
  ConfirmIntentionResult,
  DecideIntentionInput,
  DropIntentionResult,
  ForecastIntentionModel,
  ForetoldDayModel,
  IntendForecastInput,
  IntendForecastResult,
} from './intention.model.js';

@Resolver(() => DemandModel)
export class IntentionsResolver {
  readonly #foretold: PerRequestLoader<string, readonly ForetoldDay[]>;
  readonly #meant: PerRequestLoader<string, readonly Intention[]>;

  constructor(
    private readonly store: IntentionsStore,
    private readonly intending: IntendForecast,
    private readonly deciding: DecideIntention,
    private readonly views: DemandViews,
    private readonly clock: Clock,
  ) {
    const grouped = <Row extends { readonly orderId: string }>(
      ids: readonly string[],
      rows: readonly Row[],
    ): (readonly Row[])[] => ids.map((id) => rows.filter(({ orderId }) => orderId === id));
    this.#foretold = new PerRequestLoader(async (ids) =>
      grouped(ids, await store.foretoldDays(ids, dayOf(clock.now()))),
    );
    this.#meant = new PerRequestLoader(async (ids) => grouped(ids, await store.ofOrders(ids)));
  }

  @ResolveField(() => [ForetoldDayModel], {
    description:
      'Các hộ báo trước có bao nhiêu, theo ngày, không có tên; chỉ người mua thấy. / What households foretold by day, without names; for the buyer.',
  })
  async foretold(
    @Parent() need: DemandModel,
    @Context() context: AskContext,
  ): Promise<readonly ForetoldDay[]> {
    return need.isMine ? this.#foretold.load(context, need.id) : [];
  }

  @ResolveField(() => [ForecastIntentionModel], {
    description:
      'Những lời dự kiến, không ràng buộc; chỉ người mua thấy. / Non-binding intentions; for the buyer.',
  })
  async intentions(
    @Parent() need: DemandModel,
    @Context() context: AskContext,
  ): Promise<ForecastIntentionModel[]> {
    const meant = need.isMine ? await this.#meant.load(context, need.id) : [];
    return meant.map((one) => this.shown(one));
  }

  @Can(demandPolicy.foretold)
  @Query(() => [ForecastIntentionModel], {
    name: 'myIntentions',
    description:
      'Ai dự kiến lấy hàng nhà mình báo trước; không ràng buộc. / Who means to take what the own household foretold; binds nobody.',
  })
  async myIntentions(@Asker() actor: Actor): Promise<ForecastIntentionModel[]> {
    const today = dayOf(this.clock.now());
    const meant = await this.store.ofHousehold(actor.partyId ?? '', today);
    return meant.map((one) => this.shown(one));
  }

  @Can(demandPolicy.intend)
  @Mutation(() => IntendForecastResult, {
    name: 'intendForecast',
    description:
      'Dự kiến lấy hàng các hộ báo trước: không ràng buộc, không giữ hàng. / Means to take what households foretold: binds nobody, sets nothing aside.',
  })
  async intendForecast(
    @Asker() actor: Actor,
    @Args('input', { description: 'Ngày và số kg. / Day and weight.' }) input: IntendForecastInput,
  ): Promise<DemandModel | Refusal> {
    const done = await this.intending.run(actOf(actor, 'intendForecast', input), input);
    return isRefusal(done) ? done : this.views.posted(done.orderId, actor);
  }

  @Can(demandPolicy.intend)
  @Mutation(() => ConfirmIntentionResult, {
    name: 'confirmIntention',
    description:
      'Hộ đã có lô: hỏi mua như thường, hàng được giữ, hộ trả lời. / The lot is there: makes the usual offer.',
  })
  async confirmIntention(
    @Asker() actor: Actor,
    @Args('input', { description: 'Dự kiến. / The intention.' }) input: DecideIntentionInput,
  ): Promise<ForecastIntentionModel | Refusal> {
    const act = actOf(actor, 'confirmIntention', input);
    return this.decided(await this.deciding.confirm(act, input.intentionId));
  }

  @Can(demandPolicy.intend)
  @Mutation(() => DropIntentionResult, {
    name: 'dropIntention',
    description: 'Thôi, không lấy theo dự kiến. / Does not take it after all.',
  })
  async dropIntention(
    @Asker() actor: Actor,
    @Args('input', { description: 'Dự kiến. / The intention.' }) input: DecideIntentionInput,
  ): Promise<ForecastIntentionModel | Refusal> {
    const act = actOf(actor, 'dropIntention', input);
    return this.decided(await this.deciding.drop(act, input.intentionId));
  }

  private async decided(
    done: { readonly intentionId: string } | Refusal,
  ): Promise<ForecastIntentionModel | Refusal> {
    return isRefusal(done) ? done : this.shown(await this.store.find(done.intentionId));
  }

  private shown(meant: Intention): ForecastIntentionModel {
    return { ...meant, state: stateOn(meant, dayOf(this.clock.now())) };
  }
}

@Resolver(() => ForecastIntentionModel)
export class IntentionFieldsResolver {
  constructor(
    private readonly catalog: Catalog,
    private readonly places: Places,
  ) {}

  @ResolveField(() => CropModel, { description: 'Cây. / Crop.' })
  crop(@Parent() { cropCode }: ForecastIntentionModel): Promise<Crop | undefined> {
    return this.catalog.crop(cropCode);
  }

  @ResolveField(() => AdminUnitModel, { description: 'Xã của hộ. / Commune of the household.' })
  commune(@Parent() { communeId }: ForecastIntentionModel): Promise<AdminUnit | undefined> {
    return this.places.unit(communeId);
  }
}
