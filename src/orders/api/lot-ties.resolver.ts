import {
  Args,
  Field,
  ID,
  Int,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
} from '@nestjs/graphql';
import { Clock } from '../../kernel/clock.js';
import { isId } from '../../kernel/id.js';
import { isRefusal } from '../../kernel/refusal.js';
import { sumGrams } from '../../kernel/units.js';
import { Lots, type LotFacts } from '../../lots/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import { GramsScalar } from '../../platform/graphql/scalars.js';
import { LotTiesStore, type PromiseFate } from '../data/lot-ties.store.js';
import { orderPolicy } from '../domain/order.policy.js';

const PromiseFateEnum = {
  OFFER_GONE: 'OFFER_GONE',
  PROMISE_BROKEN: 'PROMISE_BROKEN',
  DEAL_STANDS: 'DEAL_STANDS',
} as const;
registerEnumType(PromiseFateEnum, {
  name: 'PromiseFate',
  description: 'Rút lô thì phần này ra sao. / What becomes of a part when the lot is withdrawn.',
  valuesMap: {
    OFFER_GONE: { description: 'Lời hỏi mua chưa trả lời: hết. / An unanswered offer goes away.' },
    PROMISE_BROKEN: {
      description: 'Hộ đã nhận lời: tính là lỡ hẹn. / An accepted promise is broken and counts.',
    },
    DEAL_STANDS: {
      description: 'Đã chốt: vẫn phải giao. / A deal stands and must be delivered.',
    },
  },
});

@ObjectType('LotPromise', {
  description: 'Một phần của lô mà người mua đang trông vào. / A part of a lot a buyer counts on.',
})
class LotPromiseModel {
  @Field(() => ID, { description: 'Mã dòng. / Id.' })
  id: string;
  @Field(() => String, { description: 'Số đơn. / Order number.' })
  orderNumber: string;
  @Field(() => String, { description: 'Mã loại. / Grade code.' })
  gradeCode: string;
  @Field(() => GramsScalar, { description: 'Khối lượng. / Weight.' })
  grams: number;
  @Field(() => PromiseFateEnum, { description: 'Sẽ ra sao. / What becomes of it.' })
  fate: PromiseFate;
}

@ObjectType('WithdrawalConsequences', {
  description: 'Rút lô thì điều gì xảy ra; hỏi trước khi rút. / What withdrawing a lot would do.',
})
class WithdrawalConsequencesModel {
  @Field(() => GramsScalar, {
    description: 'Còn trống, sẽ rời chợ. / Free kilograms that leave the market.',
  })
  freeGrams: number;
  @Field(() => [LotPromiseModel], { description: 'Các phần đã có người hỏi. / The parts.' })
  promises: LotPromiseModel[];
  @Field(() => Int, {
    description:
      'Số lời hứa bị lỡ, tính vào độ giữ lời trừ khi xã xác nhận bất khả kháng. / Promises that would be broken and count, unless excused.',
  })
  brokenCount: number;
  @Field(() => Boolean, { description: 'Phải ghi lý do. / Whether a reason is required.' })
  needsReason: boolean;
}

@ObjectType('KnownBuyer', {
  description:
    'Người từng mua của hộ, hoặc hợp tác xã của hộ. / Who bought from the household before, or its cooperative.',
})
class KnownBuyerModel {
  @Field(() => ID, { description: 'Mã bên mua. / Id of the party.' })
  id: string;
  @Field(() => String, { description: 'Tên. / Name.' })
  name: string;
  @Field(() => String, { description: 'TRADER hoặc COOPERATIVE. / TRADER or COOPERATIVE.' })
  kind: string;
}

/** What ties buyers to one lot, for those who may withdraw it. */
@Resolver()
export class LotTiesResolver {
  constructor(
    private readonly lots: Lots,
    private readonly ties: LotTiesStore,
    private readonly clock: Clock,
  ) {}

  @Can(orderPolicy.lotTies)
  @Query(() => WithdrawalConsequencesModel, {
    name: 'withdrawalConsequences',
    nullable: true,
    description:
      'Xem trước khi rút lô: ai đang trông vào, có tính lỗi hẹn không. / Before withdrawing a lot: who counts on it, and whether it counts.',
  })
  async withdrawalConsequences(
    @Asker() actor: Actor,
    @Args('lotId', { type: () => ID, description: 'Lô. / The lot.' }) lotId: string,
  ): Promise<WithdrawalConsequencesModel | null> {
    const lot = await this.ownLot(actor, lotId);
    if (!lot) return null;
    const promises = await this.ties.promisesOf(lot.id, this.clock.now());
    const offered = sumGrams(lot.grades.map(({ offeredG }) => offeredG));
    const bound = sumGrams(lot.grades.flatMap(({ reservedG, weighedG }) => [reservedG, weighedG]));
    return {
      freeGrams: Math.max(0, offered - bound),
      promises,
      brokenCount: promises.filter(({ fate }) => fate === 'PROMISE_BROKEN').length,
      needsReason: promises.length > 0,
    };
  }

  @Can(orderPolicy.lotTies)
  @Query(() => [KnownBuyerModel], {
    name: 'knownBuyers',
    description: 'Những người có thể cho xem lô trước. / Who a household may show its lot first.',
  })
  async knownBuyers(
    @Asker() actor: Actor,
    @Args('lotId', { type: () => ID, description: 'Lô. / The lot.' }) lotId: string,
  ): Promise<KnownBuyerModel[]> {
    const lot = await this.ownLot(actor, lotId);
    return lot ? this.ties.knownBuyers(lot.householdId) : [];
  }

  private async ownLot(actor: Actor, lotId: string): Promise<LotFacts | undefined> {
    const lot = isId(lotId) ? await this.lots.readLot(actor, lotId) : undefined;
    return lot && !isRefusal(lot) ? lot : undefined;
  }
}
