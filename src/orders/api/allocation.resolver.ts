import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { vnd } from '../../kernel/units.js';
import { isId } from '../../kernel/id.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { PlansStore } from '../data/plans.store.js';
import type { AllocationLine, Proof } from '../domain/allocation/plan.js';
import { limitTexts, nearestText } from '../allocation-texts.js';
import type { Order } from '../data/order.rows.js';
import { OrdersStore } from '../data/orders.store.js';
import type { NearestAnswer } from '../domain/nearest.js';
import { explain, explainPolicy, nearestReason } from '../domain/explanation.js';
import { orderPolicy } from '../domain/order.policy.js';
import { PreviewAllocation, type Preview } from '../use-cases/preview-allocation.js';
import {
  AllocationExplanationModel,
  AllocationPreviewModel,
  type NearestAnswerModel,
  type PreviewLineModel,
} from './allocation.model.js';
import { KnownNames } from './known-names.js';

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
    private readonly names: KnownNames,
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
    return isRefusal(found) ? found : this.shown(found, actor);
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
    return {
      chosen: story.isAsked,
      reason,
      sentence: explain(reason, actor.locale, isBuyer ? 'TRADER' : 'GROWER'),
      policy: order.policy,
      policySentence: explainPolicy(order.policy, actor.locale),
      limits: limitTexts(
        { ...order.limits, householdCapGrams: order.householdCapGrams },
        actor.locale,
      ),
      askedGrams: story.askedGrams,
    };
  }

  private async shownNearest(
    answer: NearestAnswer,
    { cropCode, readyFrom }: Order,
    { locale }: Actor,
  ): Promise<NearestAnswerModel> {
    const { gradeCode } = answer;
    const grade =
      gradeCode === null ? null : await this.names.grade(cropCode, gradeCode, readyFrom);
    const gradeName = grade && (locale === 'en' ? grade.nameEn : grade.nameVi);
    return { ...answer, grade, sentence: nearestText(answer, gradeName, locale) };
  }

  private async shown(
    { order, plan, wantedGrams, excluded, fingerprint, nearest }: Preview,
    actor: Actor,
  ): Promise<AllocationPreviewModel> {
    const { totals } = plan;
    return {
      orderId: order.id,
      policy: order.policy,
      wantedGrams,
      plannedGrams: totals.planned,
      coveragePercent: Math.floor(totals.coverage / 100),
      goodsVnd: totals.goodsVnd,
      transportVnd: totals.transportVnd,
      landedVndPerKg: totals.landedVndPerKg,
      truckloads: totals.truckloads,
      households: totals.households,
      communes: totals.communes,
      lines: await Promise.all(
        plan.lines.map(async (line): Promise<PreviewLineModel> => ({
          ...line,
          commune: (await this.names.commune(line.communeId)) as PreviewLineModel['commune'],
          grade: await this.names.grade(order.cropCode, line.gradeCode, order.readyFrom),
          landedVndPerKg: landedVndPerKg(line),
        })),
      ),
      shortfalls: plan.shortfall.map(({ gradeCode, missing }) => ({ gradeCode, grams: missing })),
      excluded: excluded.map(({ lotId, gradeCode, grams, reason }) => ({
        lotId,
        gradeCode,
        grams,
        reason,
        sentence: explain(reason, actor.locale, 'TRADER'),
      })),
      fingerprint,
      gapPercent: plan.proof && gapPercent(plan.proof),
      nearest: await Promise.all(nearest.map((one) => this.shownNearest(one, order, actor))),
    };
  }
}

/** By how many percent a cheaper plan could at most be cheaper; hundredths, rounded up. */
const gapPercent = ({ costVnd, boundVnd }: Proof): number =>
  costVnd <= boundVnd ? 0 : Math.ceil(((costVnd - boundVnd) / costVnd) * 10_000) / 100;

const landedVndPerKg = ({ goodsVnd, transportVnd, grams }: AllocationLine): number =>
  vnd(Math.round(((goodsVnd + transportVnd) * 1000) / grams));
