import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import type { LotFilter } from '../../lots/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { actOf } from '../../platform/database/unit-of-work.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import { PageArgs, pageOf, pageSize, type Page } from '../../platform/graphql/page.js';
import { timeCursor, timeKeys } from '../../platform/graphql/time-pages.js';
import { SavedSearchesStore, type SavedSearch } from '../data/saved-searches.store.js';
import { SheetsStore } from '../data/sheets.store.js';
import { marketPolicy } from '../domain/market.policy.js';
import { SaveSearch } from '../use-cases/save-search.js';
import { SendSheets } from '../use-cases/send-sheets.js';
import {
  RemoveSavedSearchInput,
  RemoveSavedSearchResult,
  SavedSearchConnection,
  SavedSearchModel,
  SavedSearchRemovedModel,
  SaveSearchInput,
  SaveSearchResult,
  SheetSubscriptionModel,
  SubscribeSheetInput,
  SubscribeSheetResult,
} from './saved-search.model.js';

@Resolver()
export class SavedSearchesResolver {
  constructor(
    private readonly saving: SaveSearch,
    private readonly sending: SendSheets,
    private readonly searches: SavedSearchesStore,
    private readonly sheets: SheetsStore,
  ) {}

  @Can(marketPolicy.saveSearch)
  @Query(() => SavedSearchConnection, {
    name: 'mySavedSearches',
    description: 'Tìm kiếm mình đã lưu, mới trước. / Own saved searches, newest first.',
  })
  async mySavedSearches(
    @Asker() actor: Actor,
    @Args() page: PageArgs,
  ): Promise<Page<SavedSearchModel>> {
    const first = pageSize(page.first);
    const after = page.after ? timeCursor(page.after) : undefined;
    const rows = await this.searches.page(actor.personId, first + 1, after);
    const { nodes, pageInfo } = pageOf(rows, first, timeKeys);
    return { nodes: nodes.map(shown), pageInfo };
  }

  @Can(marketPolicy.saveSearch)
  @Mutation(() => SaveSearchResult, {
    name: 'saveSearch',
    description: 'Lưu tìm kiếm để hỏi lại và được báo lô mới. / Keeps a search.',
  })
  async saveSearch(
    @Asker() actor: Actor,
    @Args('input', { description: 'Tìm kiếm. / The search.' }) input: SaveSearchInput,
  ): Promise<SavedSearchModel | Refusal> {
    const { searchId, name, alerts } = input;
    const wish = { searchId, name, alerts, filter: plain(input.filter) };
    const saved = await this.saving.run(actOf(actor, 'saveSearch', input), wish);
    if (isRefusal(saved)) return saved;
    const search = await this.searches.find(actor.personId, searchId);
    if (!search) throw new Error(`no saved search ${searchId}`);
    return shown(search);
  }

  @Can(marketPolicy.saveSearch)
  @Mutation(() => RemoveSavedSearchResult, {
    name: 'removeSavedSearch',
    description: 'Xóa tìm kiếm đã lưu. / Removes a saved search.',
  })
  removeSavedSearch(
    @Asker() actor: Actor,
    @Args('input', { description: 'Tìm kiếm. / The search.' }) input: RemoveSavedSearchInput,
  ): Promise<SavedSearchRemovedModel | Refusal> {
    return this.saving.remove(actOf(actor, 'removeSavedSearch', input), input);
  }

  @Can(marketPolicy.sheet)
  @Query(() => SheetSubscriptionModel, {
    name: 'mySheet',
    description: 'Giờ nhận bảng nguồn hàng mỗi ngày. / When the own party has the daily sheet.',
  })
  async mySheet(@Asker() actor: Actor): Promise<SheetSubscriptionModel> {
    return { atHour: await this.sheets.hourOf(actor.partyId ?? '') };
  }

  @Can(marketPolicy.sheet)
  @Mutation(() => SubscribeSheetResult, {
    name: 'subscribeSheet',
    description:
      'Nhận bảng nguồn hàng vào một giờ mỗi ngày. / Has the daily sheet sent at an hour of the day.',
  })
  subscribeSheet(
    @Asker() actor: Actor,
    @Args('input', { description: 'Giờ. / The hour.' }) input: SubscribeSheetInput,
  ): Promise<SheetSubscriptionModel | Refusal> {
    return this.sending.subscribe(actOf(actor, 'subscribeSheet', input), input.atHour ?? null);
  }
}

/** Without the day a search of today would be over tomorrow: what is kept is what can be asked again. */
const plain = (filter: LotFilter): LotFilter => ({
  text: filter.text ?? null,
  cropCode: filter.cropCode ?? null,
  varietyCode: filter.varietyCode ?? null,
  gradeCode: filter.gradeCode ?? null,
  minGrams: filter.minGrams ?? null,
  communeIds: filter.communeIds ?? null,
  maxVndPerKg: filter.maxVndPerKg ?? null,
  claim: filter.claim ?? null,
});

const shown = ({ id, name, alerts, filter }: SavedSearch): SavedSearchModel => ({
  id,
  name,
  alerts,
  filter: filter as SavedSearchModel['filter'],
});
