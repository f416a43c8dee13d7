import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker, type AskContext } from '../../platform/graphql/ask-context.js';
import {
  connectionOf,
  PageArgs,
  pageOf,
  pageSize,
  type Page,
} from '../../platform/graphql/page.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { timeCursor, timeKeys } from '../../platform/graphql/time-pages.js';
import { MergesStore } from '../data/merges.store.js';
import { PartiesStore } from '../data/parties.store.js';
import type { PartyMergeEntity } from '../data/party-relations.entities.js';
import { partyPolicy } from '../domain/party.policy.js';
import { MergeParties } from '../use-cases/merge-parties.js';
import { PartyNames } from './party-names.js';
import {
  LikelySameModel,
  MergePartiesInput,
  PartyFileModel,
  PartyMergeModel,
  UnmergePartiesInput,
} from './party.model.js';
import { PartyModel } from './account.model.js';

const LikelySameConnection = connectionOf('LikelySameConnection', LikelySameModel);
const PartyMergeConnection = connectionOf('PartyMergeConnection', PartyMergeModel);
const MergePartiesResult = orRefused('MergePartiesResult', PartyMergeModel, 'Đã gộp.');

interface Pair {
  readonly id: string;
  readonly olderId: string;
}

@Resolver(() => PartyMergeModel)
export class MergesResolver {
  constructor(
    private readonly store: MergesStore,
    private readonly parties: PartiesStore,
    private readonly names: PartyNames,
    private readonly merging: MergeParties,
  ) {}

  @Can(partyPolicy.findParty)
  @Query(() => LikelySameConnection, {
    name: 'likelySameHouseholds',
    description: 'Những cặp hộ cùng tên cùng thôn, mới trước. / Namesakes on the same ground.',
  })
  async likelySameHouseholds(@Args() page: PageArgs): Promise<Page<Pair>> {
    const first = pageSize(page.first);
    const after = page.after ? timeCursor(page.after) : undefined;
    return pageOf(await this.parties.pairs(first, after), first, timeKeys);
  }

  @Can(partyPolicy.merge)
  @Query(() => PartyMergeConnection, {
    name: 'partyMerges',
    description: 'Những lần gộp còn hiệu lực, mới trước. / Merges that stand, newest first.',
  })
  async partyMerges(@Args() page: PageArgs): Promise<Page<PartyMergeEntity>> {
    const first = pageSize(page.first);
    const after = page.after ? timeCursor(page.after) : undefined;
    return pageOf(await this.store.page(first, after), first, timeKeys);
  }

  @Can(partyPolicy.merge)
  @Mutation(() => MergePartiesResult, {
    name: 'mergeParties',
    description:
      'Gộp hai hộ là một; tách lại được trong 30 ngày. / Merges, reversibly for 30 days.',
  })
  async mergeParties(
    @Asker() actor: Actor,
    @Args('input', { description: 'Hai hộ. / The two.' }) input: MergePartiesInput,
  ): Promise<PartyMergeEntity | Refusal | null> {
    return this.mergeOf(await this.merging.merge(actor, input));
  }

  @Can(partyPolicy.merge)
  @Mutation(() => MergePartiesResult, {
    name: 'unmergeParties',
    description: 'Tách lại như cũ. / Undoes a merge.',
  })
  async unmergeParties(
    @Asker() actor: Actor,
    @Args('input', { description: 'Lần gộp nào. / The merge.' }) input: UnmergePartiesInput,
  ): Promise<PartyMergeEntity | Refusal | null> {
    return this.mergeOf(await this.merging.unmerge(actor, input));
  }

  @ResolveField(() => PartyModel)
  kept(@Parent() merge: PartyMergeEntity, @Context() context: AskContext) {
    return this.names.party(context, merge.keptId);
  }

  @ResolveField(() => PartyModel)
  merged(@Parent() merge: PartyMergeEntity, @Context() context: AskContext) {
    return this.names.party(context, merge.mergedId);
  }

  private async mergeOf(
    done: { mergeId: string } | Refusal,
  ): Promise<PartyMergeEntity | Refusal | null> {
    return isRefusal(done) ? done : this.store.byId(done.mergeId);
  }
}

@Resolver(() => LikelySameModel)
export class LikelySameResolver {
  constructor(private readonly names: PartyNames) {}

  @ResolveField(() => PartyFileModel, { description: 'Hộ khai trước. / The earlier one.' })
  older(@Parent() pair: Pair, @Context() context: AskContext) {
    return this.names.file(context, pair.olderId);
  }

  @ResolveField(() => PartyFileModel, { description: 'Hộ khai sau. / The later one.' })
  newer(@Parent() pair: Pair, @Context() context: AskContext) {
    return this.names.file(context, pair.id);
  }
}
