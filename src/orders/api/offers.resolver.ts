import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { PartyModel } from '../../accounts/index.js';
import { CropModel, GradeModel, type Crop, type Grade } from '../../catalog/index.js';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { priceOf } from '../../kernel/units.js';
import { AdminUnitModel, PlaceModel, type AdminUnit, type Place } from '../../places/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker, type AskContext } from '../../platform/graphql/ask-context.js';
import { PageArgs, type Page } from '../../platform/graphql/page.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { GramsScalar, VndScalar } from '../../platform/graphql/scalars.js';
import type { PartyCard } from '../data/cards.store.js';
import type { Offer } from '../data/offer.rows.js';
import { OffersStore } from '../data/offers.store.js';
import { isAgreed, seesHousehold } from '../domain/contact.js';
import { leastPartOf } from '../domain/fewer.js';
import { orderPolicy } from '../domain/order.policy.js';
import { RespondAllocationOffer } from '../use-cases/respond-allocation-offer.js';
import { KnownNames } from './known-names.js';
import { OfferConnection, OfferModel } from './offer.model.js';
import { RespondAllocationOfferInput } from './order.inputs.js';
import { OrderLoaders } from './order.loaders.js';
import { deductionTerms, DeductionTermsModel } from './order.model.js';

const RespondAllocationOfferResult = orRefused(
  'RespondAllocationOfferResult',
  OfferModel,
  'Lời mời vừa trả lời.',
);

@Resolver(() => OfferModel)
export class OffersResolver {
  constructor(
    private readonly offers: OffersStore,
    private readonly responding: RespondAllocationOffer,
    private readonly names: KnownNames,
    private readonly loaders: OrderLoaders,
    private readonly clock: Clock,
  ) {}

  @Can(orderPolicy.readOffers)
  @Query(() => OfferConnection, {
    name: 'myOffers',
    description:
      'Các lời hỏi mua gửi hộ mình hoặc thành viên, mới nhất trước. / Offers made to the own household or members, newest first.',
  })
  myOffers(
    @Asker() actor: Actor,
    @Args('waitingOnly', {
      type: () => Boolean,
      description: 'Chỉ lời còn chờ. / Only those that still wait.',
    })
    waitingOnly: boolean,
    @Args() page: PageArgs,
  ): Promise<Page<Offer>> {
    return this.offers.page(actor, waitingOnly, page, this.clock.now());
  }

  @Can(orderPolicy.respond)
  @Mutation(() => RespondAllocationOfferResult, {
    name: 'respondAllocationOffer',
    description:
      'Hộ, hoặc hợp tác xã của hộ, nhận hay từ chối. / The household or its cooperative says yes or no.',
  })
  async respondAllocationOffer(
    @Asker() actor: Actor,
    @Args('input', { description: 'Câu trả lời. / The answer.' })
    input: RespondAllocationOfferInput,
  ): Promise<Offer | Refusal> {
    const answered = await this.responding.run(actor, input);
    if (isRefusal(answered)) return answered;
    const offer = await this.offers.find(actor, answered.offerId, this.clock.now());
    return offer ?? refuse('OFFER_NOT_FOUND');
  }

  @ResolveField(() => CropModel, { description: 'Cây. / Crop.' })
  crop(@Parent() offer: Offer): Promise<Crop> {
    return this.names.crop(offer.cropCode);
  }

  @ResolveField(() => GradeModel, { description: 'Loại. / Grade.' })
  grade(@Parent() offer: Offer): Promise<Grade> {
    return this.names.grade(offer.cropCode, offer.gradeCode, offer.readyFrom);
  }

  @ResolveField(() => AdminUnitModel, { description: 'Xã của lô. / Commune of the lot.' })
  commune(@Parent() offer: Offer): Promise<AdminUnit> {
    return this.names.commune(offer.communeId);
  }

  @ResolveField(() => PlaceModel, {
    nullable: true,
    description: 'Nơi giao; null là lấy tại vườn. / Where it goes; null is fetched at the garden.',
  })
  destination(@Parent() offer: Offer): Promise<Place | null> {
    return this.names.destination(offer.destinationId);
  }

  @ResolveField(() => VndScalar, {
    description: 'Thành tiền, trước trừ hao. / Amount before any deduction.',
  })
  amountVnd(@Parent() offer: Offer): number {
    return priceOf(offer.grams, offer.vndPerKg);
  }

  @ResolveField(() => GramsScalar, {
    nullable: true,
    description:
      'Nhận một phần thì ít nhất bấy nhiêu; null là nhận cả hoặc không. / The least of a yes to a part; null is all or nothing.',
  })
  leastPartGrams(@Parent() offer: Offer): number | null {
    return leastPartOf(offer);
  }

  @ResolveField(() => DeductionTermsModel, { description: 'Trừ hao. / The deduction.' })
  deduction(@Parent() offer: Offer): DeductionTermsModel {
    return deductionTerms(offer.deduction);
  }

  @ResolveField(() => PartyModel, { description: 'Người mua. / The buyer.' })
  buyer(@Parent() offer: Offer, @Context() context: AskContext): Promise<PartyCard> {
    return this.loaders.card(context, offer.buyerId, sidesOf(offer));
  }

  @ResolveField(() => PartyModel, {
    nullable: true,
    description:
      'Hộ bán; người mua chỉ thấy sau khi hộ nhận lời. / The household; the buyer sees it once it said yes.',
  })
  async household(
    @Parent() offer: Offer,
    @Context() context: AskContext,
  ): Promise<PartyCard | null> {
    const sides = sidesOf(offer);
    if (!seesHousehold(context.actor, { ...sides, isTrusted: false })) return null;
    return this.loaders.card(context, offer.householdId, sides);
  }
}

const sidesOf = ({
  buyerId,
  householdId,
  state,
}: Offer): { buyerId: string; householdId: string; isAgreed: boolean } => ({
  buyerId,
  householdId,
  isAgreed: isAgreed(state),
});
