import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { PartyModel } from '../../accounts/index.js';
import { GradeModel, type Grade } from '../../catalog/index.js';
import { isId } from '../../kernel/id.js';
import { lotCode } from '../../lots/index.js';
import { AdminUnitModel, type AdminUnit } from '../../places/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker, type AskContext } from '../../platform/graphql/ask-context.js';
import type { PartyCard } from '../data/cards.store.js';
import { HandPlansStore, type HandPlan } from '../data/hand-plans.store.js';
import { isAgreed, seesHousehold } from '../domain/contact.js';
import { orderPolicy } from '../domain/order.policy.js';
import { HandPlanModel, HandShareModel } from './hand-plan.model.js';
import { KnownNames } from './known-names.js';
import { OrderLoaders } from './order.loaders.js';

/** What somebody chose by hand, long after it was sent: why, and beside which computed plan (AL-18). */
@Resolver()
export class HandPlansResolver {
  constructor(private readonly plans: HandPlansStore) {}

  @Can(orderPolicy.byHand)
  @Query(() => [HandPlanModel], {
    name: 'handPlans',
    description:
      'Những lần bên mình tự chọn lô của một đơn, mới nhất trước. / Lots of an order that the asker chose by hand, newest first.',
  })
  async handPlans(
    @Asker() actor: Actor,
    @Args('orderId', { type: () => ID, description: 'Mã đơn. / Order id.' }) orderId: string,
  ): Promise<HandPlanModel[]> {
    if (!isId(orderId) || actor.partyId === null) return [];
    return (await this.plans.ofOrder(orderId, actor.partyId)).map(shown);
  }
}

const shown = (plan: HandPlan): HandPlanModel => ({
  ...plan,
  gini: plan.giniBp / 10_000,
  computedGini: plan.computedGiniBp / 10_000,
  shares: plan.shares.map((share) => ({
    lotCode: lotCode(share.lotId),
    computedGrams: share.computedGrams,
    ownGrams: share.ownGrams,
    share,
    plan,
  })),
});

@Resolver(() => HandShareModel)
export class HandSharesResolver {
  constructor(
    private readonly names: KnownNames,
    private readonly loaders: OrderLoaders,
  ) {}

  @ResolveField(() => AdminUnitModel, { description: 'Xã của lô. / Commune of the lot.' })
  commune(@Parent() { share }: HandShareModel): Promise<AdminUnit> {
    return this.names.commune(share.communeId);
  }

  @ResolveField(() => GradeModel, { description: 'Loại. / Grade.' })
  grade(@Parent() { share, plan }: HandShareModel): Promise<Grade> {
    return this.names.grade(plan.cropCode, share.gradeCode, plan.readyFrom);
  }

  @ResolveField(() => PartyModel, {
    nullable: true,
    description:
      'Hộ; người mua chỉ thấy sau khi hộ nhận lời. / The household; a buyer learns it from its yes.',
  })
  async household(
    @Parent() { share: { householdId, state }, plan: { buyerId } }: HandShareModel,
    @Context() context: AskContext,
  ): Promise<PartyCard | null> {
    const sides = { buyerId, householdId, isAgreed: state !== null && isAgreed(state) };
    if (!seesHousehold(context.actor, { ...sides, isTrusted: false })) return null;
    return this.loaders.card(context, householdId, sides);
  }
}
