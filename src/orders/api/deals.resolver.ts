import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { PartyModel } from '../../accounts/index.js';
import { CropModel, type Crop } from '../../catalog/index.js';
import { isId } from '../../kernel/id.js';
import { AdminUnitModel, PlaceModel, type AdminUnit, type Place } from '../../places/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker, type AskContext } from '../../platform/graphql/ask-context.js';
import { PageArgs, type Page } from '../../platform/graphql/page.js';
import type { PartyCard } from '../data/cards.store.js';
import type { Deal } from '../data/deal.rows.js';
import { DealsStore } from '../data/deals.store.js';
import { orderPolicy } from '../domain/order.policy.js';
import { DealConnection, DealLineModel, DealModel } from './deal.model.js';
import { KnownNames } from './known-names.js';
import { OrderLoaders } from './order.loaders.js';
import { deductionTerms, DeductionTermsModel } from './order.model.js';

@Resolver(() => DealModel)
export class DealsResolver {
  constructor(
    private readonly deals: DealsStore,
    private readonly names: KnownNames,
    private readonly loaders: OrderLoaders,
  ) {}

  @Can(orderPolicy.readDeal)
  @Query(() => DealModel, {
    name: 'deal',
    nullable: true,
    description:
      'Một thỏa thuận; null khi không có hoặc không phải của mình. / One deal; null when there is none or it is not yours.',
  })
  async deal(
    @Asker() actor: Actor,
    @Args('id', { type: () => ID, description: 'Mã thỏa thuận. / Id.' }) id: string,
  ): Promise<Deal | null> {
    return isId(id) ? ((await this.deals.find(actor, id)) ?? null) : null;
  }

  @Can(orderPolicy.readDeals)
  @Query(() => DealConnection, {
    name: 'myDeals',
    description:
      'Thỏa thuận của mình hoặc của thành viên, mới nhất trước. / Own deals or those of members, newest first.',
  })
  myDeals(@Asker() actor: Actor, @Args() page: PageArgs): Promise<Page<Deal>> {
    return this.deals.page(actor, page);
  }

  @ResolveField(() => CropModel, { description: 'Cây. / Crop.' })
  crop(@Parent() deal: Deal): Promise<Crop> {
    return this.names.crop(deal.cropCode);
  }

  @ResolveField(() => AdminUnitModel, { description: 'Xã của lô hàng. / Commune of the goods.' })
  commune(@Parent() deal: Deal): Promise<AdminUnit> {
    return this.names.commune(deal.communeId);
  }

  @ResolveField(() => PlaceModel, {
    nullable: true,
    description: 'Nơi giao; null là lấy tại vườn. / Where it goes; null is fetched at the garden.',
  })
  destination(@Parent() deal: Deal): Promise<Place | null> {
    return this.names.destination(deal.destinationId);
  }

  @ResolveField(() => DeductionTermsModel, { description: 'Trừ hao. / The deduction.' })
  deduction(@Parent() deal: Deal): DeductionTermsModel {
    return deductionTerms(deal.deduction);
  }

  @ResolveField(() => [DealLineModel], { description: 'Các loại hàng. / Its grades.' })
  lines(@Parent() deal: Deal): Promise<DealLineModel[]> {
    return Promise.all(
      deal.lines.map(async ({ gradeCode, grams, vndPerKg }) => ({
        grade: await this.names.grade(deal.cropCode, gradeCode, deal.readyFrom),
        grams,
        vndPerKg,
      })),
    );
  }

  @ResolveField(() => PartyModel, { description: 'Người mua. / The buyer.' })
  buyer(@Parent() deal: Deal, @Context() context: AskContext): Promise<PartyCard> {
    return this.loaders.card(context, deal.buyerId, { ...deal, isAgreed: true });
  }

  @ResolveField(() => PartyModel, { description: 'Hộ bán. / The household.' })
  household(@Parent() deal: Deal, @Context() context: AskContext): Promise<PartyCard> {
    return this.loaders.card(context, deal.householdId, { ...deal, isAgreed: true });
  }
}
