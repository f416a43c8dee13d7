import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CropModel, VarietyModel, type Crop, type Variety } from '../../catalog/index.js';
import { sumGrams } from '../../kernel/units.js';
import { PlaceModel, type Place } from '../../places/index.js';
import type { AskContext } from '../../platform/graphql/ask-context.js';
import { GramsScalar } from '../../platform/graphql/scalars.js';
import type { Deal } from '../data/deal.rows.js';
import type { Offer } from '../data/offer.rows.js';
import type { Order } from '../data/order.rows.js';
import { progressText } from '../texts.js';
import { DealModel } from './deal.model.js';
import { KnownNames } from './known-names.js';
import { OfferModel } from './offer.model.js';
import { OrderLoaders } from './order.loaders.js';
import {
  deductionTerms,
  DeductionTermsModel,
  OrderLineModel,
  OrderModel,
  OrderProgressModel,
} from './order.model.js';

@Resolver(() => OrderModel)
export class OrderFieldsResolver {
  constructor(
    private readonly names: KnownNames,
    private readonly loaders: OrderLoaders,
  ) {}

  @ResolveField(() => CropModel, { description: 'Cây. / Crop.' })
  crop(@Parent() order: Order): Promise<Crop> {
    return this.names.crop(order.cropCode);
  }

  @ResolveField(() => VarietyModel, { nullable: true, description: 'Giống. / Variety.' })
  variety(@Parent() order: Order): Promise<Variety | null> {
    return this.names.variety(order.varietyCode);
  }

  @ResolveField(() => PlaceModel, {
    nullable: true,
    description: 'Nơi giao; null là lấy tại vườn. / Where it goes; null is fetched at the garden.',
  })
  destination(@Parent() order: Order): Promise<Place | null> {
    return this.names.destination(order.destinationId);
  }

  @ResolveField(() => DeductionTermsModel, { description: 'Trừ hao. / The deduction.' })
  deduction(@Parent() order: Order): DeductionTermsModel {
    return deductionTerms(order.deduction);
  }

  @ResolveField(() => [OrderLineModel], { description: 'Các loại hàng. / Grades wanted.' })
  lines(@Parent() order: Order): Promise<OrderLineModel[]> {
    return Promise.all(
      order.lines.map(async ({ gradeCode, wantedGrams, maxVndPerKg }) => ({
        grade: await this.names.grade(order.cropCode, gradeCode, order.readyFrom),
        wantedGrams,
        maxVndPerKg,
      })),
    );
  }

  @ResolveField(() => GramsScalar, { description: 'Tổng khối lượng cần. / Total weight wanted.' })
  wantedGrams(@Parent() order: Order): number {
    return wantedOf(order);
  }

  @ResolveField(() => OrderProgressModel, {
    description: 'Đã được trả lời đến đâu. / How far it has been answered.',
  })
  async progress(
    @Parent() order: Order,
    @Context() context: AskContext,
  ): Promise<OrderProgressModel> {
    const found = await this.loaders.progress(context, order.id);
    const asked = found ?? NOBODY_ASKED;
    return {
      ...asked,
      wantedGrams: wantedOf(order),
      text: progressText(asked.acceptedHouseholds, asked.households, context.actor.locale),
    };
  }

  @ResolveField(() => [OfferModel], { description: 'Các lời mời. / Offers to households.' })
  offers(@Parent() order: Order, @Context() context: AskContext): Promise<Offer[]> {
    return this.loaders.offersOf(context, order.id);
  }

  @ResolveField(() => [DealModel], {
    description: 'Các thỏa thuận, mỗi hộ một. / Its deals, one a household.',
  })
  deals(@Parent() order: Order, @Context() context: AskContext): Promise<Deal[]> {
    return this.loaders.dealsOf(context, order.id);
  }
}

const wantedOf = (order: Order): number => sumGrams(order.lines.map((line) => line.wantedGrams));

const NOBODY_ASKED = {
  offered: 0,
  accepted: 0,
  declined: 0,
  expired: 0,
  waiting: 0,
  acceptedGrams: 0,
  households: 0,
  acceptedHouseholds: 0,
};
