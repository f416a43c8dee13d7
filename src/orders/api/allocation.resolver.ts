import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { isId } from '../../kernel/id.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { PlansStore } from '../data/plans.store.js';
import { limitTexts } from '../allocation-texts.js';
import { OrdersStore } from '../data/orders.store.js';
import { explain, explainPolicy, nearestReason } from '../domain/explanation.js';
import { orderPolicy } from '../domain/order.policy.js';
import { PreviewAllocation } from '../use-cases/preview-allocation.js';
import { AllocationExplanationModel, AllocationPreviewModel } from './allocation.model.js';
import { PreviewViews } from './preview-views.js';

const PreviewAllocationResult = orRefused(
  'PreviewAllocationResult',
  AllocationPreviewModel,
  'Kế hoạch chọn lô.',
);

@Resolver()
export class AllocationResolver {
  constructor(
    private readonly previewing: PreviewAllocation,
    private readonly orders: OrdersStore,
    private readonly plans: PlansStore,
    private readonly views: PreviewViews,
  ) {}

  @Can(orderPolicy.preview)
  @Query(() => PreviewAllocationResult, {
    name: 'previewAllocation',
    description:
      'Xem trước sẽ hỏi những lô nào; không ghi gì. / What offering now would ask for; writes nothing.',
  })
  async previewAllocation(
    @Asker() actor: Actor,
    @Args('orderId', { type: () => ID, description: 'Mã đơn. / Order id.' }) orderId: string,
  ): Promise<AllocationPreviewModel | Refusal> {
    const found = await this.previewing.run(actor, orderId);
    return isRefusal(found) ? found : this.views.of(found, actor);
  }

  @Can(orderPolicy.explain)
  @Query(() => AllocationExplanationModel, {
    name: 'allocationExplanation',
    nullable: true,
    description:
      'Vì sao lô của hộ mình (không) được chọn; null khi đơn không xét đến hộ. / Why the own lots were, or were not, chosen; null when the order never looked at them.',
  })
  async allocationExplanation(
    @Asker() actor: Actor,
    @Args('orderId', { type: () => ID, description: 'Mã đơn. / Order id.' }) orderId: string,
    @Args('lotId', {
      type: () => ID,
      nullable: true,
      description: 'Người mua hỏi về lô nào. / Of which lot the buyer asks.',
    })
    lotId: string | null,
  ): Promise<AllocationExplanationModel | null> {
    const isBuyer = actor.role === 'TRADER';
    if (!isId(orderId) || (isBuyer && !isId(lotId ?? ''))) return null;
    if (isBuyer && !(await this.orders.find(actor, orderId))) return null;
    const story = await this.plans.storyOf(
      orderId,
      isBuyer ? { lotId: lotId ?? '' } : { householdId: actor.partyId ?? '' },
    );
    const reason = story.isAsked ? 'CHOSEN' : nearestReason(story.reasons);
    const [order] = reason === undefined ? [] : await this.orders.byIds([orderId]);
    if (reason === undefined || !order) return null;
    const { policy, chooser } = story.chosenBy ?? { policy: order.policy, chooser: 'ORDER' };
    // What a cooperative wrote down for its households is not for the buyer.
    const byHand = isBuyer && chooser === 'COOPERATIVE' ? null : story.chosenBy;
    return {
      chosen: story.isAsked,
      reason,
      sentence: explain(reason, actor.locale, isBuyer ? 'TRADER' : 'GROWER'),
      policy,
      policySentence: explainPolicy(policy, actor.locale, chooser),
      limits: limitTexts(
        { ...order.limits, householdCapGrams: order.householdCapGrams },
        actor.locale,
      ),
      askedGrams: story.askedGrams,
      byHandReason: byHand?.reason ?? null,
      computedGrams: byHand?.computedGrams ?? null,
    };
  }
}
