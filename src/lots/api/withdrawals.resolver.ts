import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Catalog, CropModel, type Crop } from '../../catalog/index.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import { Territory } from '../../planning/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { actOf } from '../../platform/database/unit-of-work.js';
import { Asker, type AskContext } from '../../platform/graphql/ask-context.js';
import { PageArgs, pageOf, pageSize, type Page } from '../../platform/graphql/page.js';
import { inOrderOf, PerRequestLoader } from '../../platform/graphql/per-request-loader.js';
import { startAfter, timeKeys } from '../../platform/graphql/time-pages.js';
import {
  WithdrawalsStore,
  type LotWithdrawal,
  type WithdrawalToDecide,
} from '../data/withdrawals.store.js';
import { lotPolicy } from '../domain/lot.policy.js';
import { Sight } from '../sight.js';
import { DecideWithdrawal } from '../use-cases/decide-withdrawal.js';
import { LotViews } from './lot-views.js';
import { LotModel } from './lot.model.js';
import {
  DecideWithdrawalInput,
  DecideWithdrawalResult,
  LotWithdrawalModel,
  WithdrawalToDecideConnection,
  WithdrawalToDecideModel,
} from './withdrawal.model.js';

/** Fruit that hail or flood took although it was promised: the household says so, the commune judges, both see it. */
@Resolver(() => LotModel)
export class WithdrawalsResolver {
  readonly #ofLots: PerRequestLoader<string, LotWithdrawal | undefined>;

  constructor(
    private readonly store: WithdrawalsStore,
    private readonly deciding: DecideWithdrawal,
    private readonly territory: Territory,
    private readonly views: LotViews,
    private readonly sight: Sight,
  ) {
    this.#ofLots = new PerRequestLoader(async (ids) =>
      inOrderOf(ids, await store.ofLots(ids), ({ lotId }) => lotId),
    );
  }

  @Can(lotPolicy.decide)
  @Query(() => WithdrawalToDecideConnection, {
    name: 'withdrawalsToDecide',
    description:
      'Những lần rút lô vì bất khả kháng chờ xã xác nhận, chờ lâu trước. / Withdrawals for force majeure that wait for the commune, longest first.',
  })
  async withdrawalsToDecide(
    @Asker() actor: Actor,
    @Args() page: PageArgs,
  ): Promise<Page<WithdrawalToDecide>> {
    const first = pageSize(page.first);
    const communeIds = await this.territory.communesOf(actor, null);
    const rows = await this.store.waiting(communeIds, first + 1, startAfter(page.after));
    return pageOf(rows, first, timeKeys);
  }

  @Can(lotPolicy.decide)
  @Mutation(() => DecideWithdrawalResult, {
    name: 'decideWithdrawal',
    description:
      'Xã xác nhận hay không xác nhận hộ rút lô vì bất khả kháng. / An officer decides whether a withdrawal could not be helped.',
  })
  async decideWithdrawal(
    @Asker() actor: Actor,
    @Args('input', {
      description: 'Lô đã rút, xác nhận hay không, vì sao. / The lot, yes or no, and why.',
    })
    input: DecideWithdrawalInput,
  ): Promise<LotModel | Refusal> {
    const decided = await this.deciding.run(actOf(actor, 'decideWithdrawal', input), input);
    return isRefusal(decided) ? decided : this.views.one(decided.lotId, actor);
  }

  @ResolveField(() => LotWithdrawalModel, {
    nullable: true,
    description:
      'Rút lô vì bất khả kháng đến đâu; chỉ hộ, bên được nhờ và xã thấy. / How its withdrawal stands, for those who see the household.',
  })
  async withdrawal(
    @Parent() lot: LotModel,
    @Context() context: AskContext,
  ): Promise<LotWithdrawalModel | null> {
    if (lot.closeReason !== 'WITHDRAWN' || !(await this.sight.sees(context.actor, lot)))
      return null;
    return (await this.#ofLots.load(context, lot.id)) ?? null;
  }
}

@Resolver(() => WithdrawalToDecideModel)
export class WithdrawalToDecideResolver {
  constructor(private readonly catalog: Catalog) {}

  @ResolveField(() => CropModel, { nullable: true, description: 'Mặt hàng. / Goods.' })
  crop(@Parent() { cropCode }: WithdrawalToDecide): Promise<Crop | undefined> {
    return this.catalog.crop(cropCode);
  }
}
