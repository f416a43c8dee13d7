import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { PartyModel } from '../../accounts/index.js';
import { GradeModel, type Grade } from '../../catalog/index.js';
import { lotCode } from '../../lots/index.js';
import { AdminUnitModel, type AdminUnit } from '../../places/index.js';
import type { AskContext } from '../../platform/graphql/ask-context.js';
import type { PartyCard } from '../data/cards.store.js';
import { leastOf, priceOfLot } from '../domain/allocation/eligibility.js';
import { sharesOf } from '../domain/allocation/unfairness.js';
import { seesHousehold } from '../domain/contact.js';
import { explain } from '../domain/explanation.js';
import { AllocationPreviewModel } from './allocation.model.js';
import { KnownNames } from './known-names.js';
import { OrderLoaders } from './order.loaders.js';
import { ShareModel } from './share.model.js';

/** Every lot that fits an order and what a plan takes of it; only for those who ask, for markets are large. */
@Resolver(() => AllocationPreviewModel)
export class PreviewSharesResolver {
  @ResolveField(() => [ShareModel], {
    description:
      'Mọi lô hợp với đơn và phần của nó, theo hộ. / Every lot that fits, with its part, household by household.',
  })
  shares(
    @Parent() { preview }: AllocationPreviewModel,
    @Context() { actor }: AskContext,
  ): ShareModel[] {
    const { order, plan, wish, candidates } = preview;
    const numbers = new Map<string, number>();
    for (const { householdId } of candidates)
      if (!numbers.has(householdId)) numbers.set(householdId, numbers.size + 1);
    return sharesOf(plan, candidates).map(({ lot, taken, reason }) => ({
      lotId: lot.lotId,
      lotCode: lotCode(lot.lotId),
      lotGradeId: lot.lotGradeId,
      householdNumber: numbers.get(lot.householdId)!,
      offeredGrams: lot.free,
      leastGrams: leastOf(lot, wish),
      takenGrams: taken,
      vndPerKg: priceOfLot(lot, wish)!,
      sentence: reason && explain(reason, actor.locale, 'TRADER'),
      communeId: lot.communeId,
      gradeCode: lot.gradeCode,
      householdId: lot.householdId,
      order,
    }));
  }
}

@Resolver(() => ShareModel)
export class SharesResolver {
  constructor(
    private readonly names: KnownNames,
    private readonly loaders: OrderLoaders,
  ) {}

  @ResolveField(() => AdminUnitModel, { description: 'Xã của lô. / Commune of the lot.' })
  commune(@Parent() share: ShareModel): Promise<AdminUnit> {
    return this.names.commune(share.communeId);
  }

  @ResolveField(() => GradeModel, { description: 'Loại. / Grade.' })
  grade(@Parent() { gradeCode, order }: ShareModel): Promise<Grade> {
    return this.names.grade(order.cropCode, gradeCode, order.readyFrom);
  }

  @ResolveField(() => PartyModel, {
    nullable: true,
    description:
      'Hộ; chỉ hợp tác xã bán thay hộ thấy. / The household, for the cooperative that sells for it.',
  })
  async household(
    @Parent() { householdId, order }: ShareModel,
    @Context() context: AskContext,
  ): Promise<PartyCard | null> {
    const sides = { buyerId: order.buyerId, householdId, isAgreed: false };
    if (!seesHousehold(context.actor, { ...sides, isTrusted: false })) return null;
    return this.loaders.card(context, householdId, sides);
  }
}
