import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Clock } from '../../kernel/clock.js';
import { isId } from '../../kernel/id.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import {
  connectionOf,
  PageArgs,
  pageOf,
  pageSize,
  type Page,
} from '../../platform/graphql/page.js';
import { timeCursor, timeKeys } from '../../platform/graphql/time-pages.js';
import { LotPagesStore, type LotScope } from '../data/lot-pages.store.js';
import type { LotRow } from '../data/lot-sql.js';
import { lotPolicy } from '../domain/lot.policy.js';
import { LotSearch } from '../lot-search.js';
import { Sight } from '../sight.js';
import { LotViews } from './lot-views.js';
import { LotFilterInput } from './lot.inputs.js';
import { LotModel } from './lot.model.js';

const LotConnection = connectionOf('LotConnection', LotModel);

@Resolver()
export class LotsResolver {
  constructor(
    private readonly market: LotSearch,
    private readonly pages: LotPagesStore,
    private readonly views: LotViews,
    private readonly sight: Sight,
    private readonly clock: Clock,
  ) {}

  @Can(lotPolicy.search)
  @Query(() => LotConnection, {
    name: 'searchLots',
    description:
      'Hàng đang bán; không nói của hộ nào. / Lots on the market; whose they are stays hidden.',
  })
  async searchLots(
    @Asker() actor: Actor,
    @Args() page: PageArgs,
    @Args('filter', {
      type: () => LotFilterInput,
      nullable: true,
      description: 'Điều kiện lọc. / What to narrow by.',
    })
    filter: LotFilterInput | null,
  ): Promise<Page<LotModel>> {
    const { nodes, pageInfo } = await this.market.page(
      filter ?? {},
      actor.partyId,
      page.first,
      page.after,
    );
    return { nodes: await this.views.all(nodes, actor), pageInfo };
  }

  @Can(lotPolicy.search)
  @Query(() => LotModel, {
    name: 'lot',
    nullable: true,
    description: 'Một lô; lô nháp chỉ nhà mình thấy. / One lot; a draft only for its own.',
  })
  async lot(
    @Asker() actor: Actor,
    @Args('id', { type: () => ID, description: 'Mã lô. / Id.' }) id: string,
  ): Promise<LotModel | null> {
    const row = isId(id) ? await this.pages.byId(id, this.clock.now()) : undefined;
    if (!row || !(await this.isSeenBy(actor, row))) return null;
    const [lot] = await this.views.all([row], actor);
    return lot ?? null;
  }

  private async isSeenBy(actor: Actor, row: LotRow): Promise<boolean> {
    const isOpen = row.openToAllAt === null || row.openToAllAt <= this.clock.now();
    if (row.state !== 'DRAFT' && isOpen) return true;
    if (await this.sight.sees(actor, row)) return true;
    return row.state !== 'DRAFT' && this.pages.isChosen(row.id, actor.partyId);
  }

  @Can(lotPolicy.readOwn)
  @Query(() => LotConnection, {
    name: 'myLots',
    description:
      'Lô của hộ, của các hộ thành viên, hoặc của xã, mới trước. / Lots of the household, of the members, or of the commune, newest first.',
  })
  async myLots(@Asker() actor: Actor, @Args() page: PageArgs): Promise<Page<LotModel>> {
    const first = pageSize(page.first);
    const after = page.after ? timeCursor(page.after) : undefined;
    const rows = await this.pages.inScope(scopeOf(actor), this.clock.now(), first + 1, after);
    const { nodes, pageInfo } = pageOf(rows, first, timeKeys);
    return { nodes: await this.views.all(nodes, actor), pageInfo };
  }
}

function scopeOf({ role, partyId }: Actor): LotScope {
  const id = partyId ?? '';
  if (role === 'COOP_CLERK') return { coopId: id };
  return role === 'COMMUNE_OFFICER' ? { officeId: id } : { householdId: id };
}
