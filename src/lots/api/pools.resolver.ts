import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Clock } from '../../kernel/clock.js';
import { isId } from '../../kernel/id.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { actOf } from '../../platform/database/unit-of-work.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import {
  connectionOf,
  PageArgs,
  pageOf,
  pageSize,
  type Page,
} from '../../platform/graphql/page.js';
import { timeCursor, timeKeys } from '../../platform/graphql/time-pages.js';
import { LotPagesStore } from '../data/lot-pages.store.js';
import { PoolsStore } from '../data/pools.store.js';
import { lotPolicy } from '../domain/lot.policy.js';
import { MergeLots } from '../use-cases/merge-lots.js';
import { PoolLots } from '../use-cases/pool-lots.js';
import { LotViews } from './lot-views.js';
import { MergeLotsInput } from './lot.inputs.js';
import { LotModel } from './lot.model.js';
import { MergeLotsResult } from './lot.results.js';
import {
  ChangePooledListingInput,
  ChangePooledListingResult,
  ClosePooledListingInput,
  ClosePooledListingResult,
  CreatePooledListingInput,
  CreatePooledListingResult,
  PooledListingConnection,
  PooledListingModel,
} from './pool.model.js';
import { PoolViews } from './pool-views.js';

const PooledLotConnection = connectionOf('PooledLotConnection', LotModel);

@Resolver()
export class PoolsResolver {
  constructor(
    private readonly pooling: PoolLots,
    private readonly merging: MergeLots,
    private readonly pools: PoolsStore,
    private readonly pages: LotPagesStore,
    private readonly views: PoolViews,
    private readonly lots: LotViews,
    private readonly clock: Clock,
  ) {}

  @Can(lotPolicy.search)
  @Query(() => PooledListingConnection, {
    name: 'pooledListings',
    description:
      'Niêm yết gộp của các hợp tác xã, mới trước. / Pooled listings on the market, newest first.',
  })
  pooledListings(
    @Asker() actor: Actor,
    @Args() page: PageArgs,
    @Args('cropCode', {
      type: () => String,
      nullable: true,
      description: 'Chỉ cây này. / Only this crop.',
    })
    cropCode: string | null,
  ): Promise<Page<PooledListingModel>> {
    return this.page(actor, page, { cropCode, coopId: null });
  }

  @Can(lotPolicy.pool)
  @Query(() => PooledListingConnection, {
    name: 'myPooledListings',
    description:
      'Niêm yết gộp của hợp tác xã mình, cả đã đóng. / The own cooperative’s, closed ones too.',
  })
  myPooledListings(
    @Asker() actor: Actor,
    @Args() page: PageArgs,
  ): Promise<Page<PooledListingModel>> {
    return this.page(actor, page, { cropCode: null, coopId: actor.partyId ?? '' });
  }

  @Can(lotPolicy.search)
  @Query(() => PooledListingModel, {
    name: 'pooledListing',
    nullable: true,
    description: 'Một niêm yết gộp. / One pooled listing.',
  })
  async pooledListing(
    @Asker() actor: Actor,
    @Args('id', { type: () => ID, description: 'Mã niêm yết. / Id.' }) id: string,
  ): Promise<PooledListingModel | null> {
    const row = isId(id) ? await this.pools.one(id, this.clock.now(), actor.partyId) : undefined;
    return row ? this.views.of(row) : null;
  }

  @Can(lotPolicy.search)
  @Query(() => PooledLotConnection, {
    name: 'pooledListingLots',
    description:
      'Các lô trong niêm yết gộp; hợp tác xã thấy tên hộ, người mua không. / Its lots; the cooperative sees whose they are, a buyer does not.',
  })
  async pooledListingLots(
    @Asker() actor: Actor,
    @Args() page: PageArgs,
    @Args('listingId', { type: () => ID, description: 'Niêm yết gộp. / The listing.' })
    listingId: string,
  ): Promise<Page<LotModel>> {
    const first = pageSize(page.first);
    const after = page.after ? timeCursor(page.after) : undefined;
    const scope = { listingId, viewerId: actor.partyId };
    const rows = isId(listingId)
      ? await this.pages.inPool(scope, this.clock.now(), first + 1, after)
      : [];
    const { nodes, pageInfo } = pageOf(rows, first, timeKeys);
    return { nodes: await this.lots.all(nodes, actor), pageInfo };
  }

  @Can(lotPolicy.pool)
  @Query(() => PooledLotConnection, {
    name: 'lotsToPool',
    description:
      'Lô đang bán của hộ thành viên, chưa nằm trong niêm yết gộp nào. / Lots of members on the market that stand in no pooled listing yet.',
  })
  async lotsToPool(@Asker() actor: Actor, @Args() page: PageArgs): Promise<Page<LotModel>> {
    const first = pageSize(page.first);
    const after = page.after ? timeCursor(page.after) : undefined;
    const scope = { poolableBy: actor.partyId ?? '' };
    const rows = await this.pages.inScope(scope, this.clock.now(), first + 1, after);
    const { nodes, pageInfo } = pageOf(rows, first, timeKeys);
    return { nodes: await this.lots.all(nodes, actor), pageInfo };
  }

  @Can(lotPolicy.pool)
  @Mutation(() => CreatePooledListingResult, {
    name: 'createPooledListing',
    description: 'Niêm yết gộp các lô của hộ thành viên. / Shows lots of members as one listing.',
  })
  async createPooledListing(
    @Asker() actor: Actor,
    @Args('input', { description: 'Các lô. / The lots.' }) input: CreatePooledListingInput,
  ): Promise<PooledListingModel | Refusal> {
    const { listingId, cropCode, varietyCode = null, lotIds, note } = input;
    const wish = { listingId, cropCode, varietyCode, lotIds, note: note ?? '' };
    const done = await this.pooling.create(actOf(actor, 'createPooledListing', input), wish);
    return this.shown(actor, done);
  }

  @Can(lotPolicy.pool)
  @Mutation(() => ChangePooledListingResult, {
    name: 'changePooledListing',
    description: 'Thêm, bớt lô của niêm yết gộp. / Adds and removes lots of a pooled listing.',
  })
  async changePooledListing(
    @Asker() actor: Actor,
    @Args('input', { description: 'Lô thêm, lô bớt. / What enters and leaves.' })
    input: ChangePooledListingInput,
  ): Promise<PooledListingModel | Refusal> {
    const done = await this.pooling.change(actOf(actor, 'changePooledListing', input), input);
    return this.shown(actor, done);
  }

  @Can(lotPolicy.pool)
  @Mutation(() => ClosePooledListingResult, {
    name: 'closePooledListing',
    description:
      'Đóng niêm yết gộp; các lô vẫn bán riêng. / Closes a pooled listing; its lots stay on the market.',
  })
  async closePooledListing(
    @Asker() actor: Actor,
    @Args('input', { description: 'Niêm yết gộp. / The listing.' }) input: ClosePooledListingInput,
  ): Promise<PooledListingModel | Refusal> {
    const done = await this.pooling.close(actOf(actor, 'closePooledListing', input), input);
    return this.shown(actor, done);
  }

  @Can(lotPolicy.change)
  @Mutation(() => MergeLotsResult, {
    name: 'mergeLots',
    description:
      'Gộp lô này vào lô kia của cùng hộ; số kg chuyển nguyên vẹn. / Joins a lot to another of the household, gram for gram.',
  })
  async mergeLots(
    @Asker() actor: Actor,
    @Args('input', { description: 'Hai lô. / The two lots.' }) input: MergeLotsInput,
  ): Promise<LotModel | Refusal> {
    const merged = await this.merging.run(actOf(actor, 'mergeLots', input), input);
    return isRefusal(merged) ? merged : this.lots.one(merged.lotId, actor);
  }

  private async page(
    actor: Actor,
    page: PageArgs,
    wish: { readonly cropCode: string | null; readonly coopId: string | null },
  ): Promise<Page<PooledListingModel>> {
    const first = pageSize(page.first);
    const after = page.after ? timeCursor(page.after) : undefined;
    const now = this.clock.now();
    const rows = await this.pools.page(wish, now, actor.partyId, first + 1, after);
    const { nodes, pageInfo } = pageOf(rows, first, timeKeys);
    return { nodes: await Promise.all(nodes.map((row) => this.views.of(row))), pageInfo };
  }

  private async shown(
    actor: Actor,
    done: { readonly listingId: string } | Refusal,
  ): Promise<PooledListingModel | Refusal> {
    if (isRefusal(done)) return done;
    const row = await this.pools.one(done.listingId, this.clock.now(), actor.partyId);
    if (!row) throw new Error(`no pooled listing ${done.listingId}`);
    return this.views.of(row);
  }
}
