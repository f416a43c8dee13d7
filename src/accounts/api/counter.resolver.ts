import {
  Args,
  Context,
  ID,
  Mutation,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
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
import { nameCursor } from '../../platform/graphql/time-pages.js';
import { Counter } from '../counter.js';
import type { CounterHousehold } from '../data/counter.store.js';
import { CounterHouseholdModel } from './counter.model.js';
import { inOrderOf, PerRequestLoader } from '../../platform/graphql/per-request-loader.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { GrantEvidenceStore, type GrantPaper } from '../data/grant-evidence.store.js';
import { GrantsStore } from '../data/grants.store.js';
import type { PartyGrantEntity } from '../data/party-relations.entities.js';
import { partyPolicy } from '../domain/party.policy.js';
import { GrantPapers } from '../grant-papers.js';
import { AskForGrant } from '../use-cases/ask-for-grant.js';
import { RecordGrant } from '../use-cases/record-grant.js';
import {
  AskForGrantInput,
  GrantAskedModel,
  GrantModel,
  GrantPaperModel,
  RecordGrantInput,
} from './grant.model.js';

const CounterHouseholdConnection = connectionOf(
  'CounterHouseholdConnection',
  CounterHouseholdModel,
);
const AskForGrantResult = orRefused('AskForGrantResult', GrantAskedModel, 'Đã gửi mã.');
const RecordGrantResult = orRefused('RecordGrantResult', GrantModel, 'Đã ghi lời đồng ý.');

/** Words that households give across the counter, and what they rest on. */
@Resolver(() => GrantModel)
export class CounterResolver {
  readonly #papers: PerRequestLoader<string, GrantPaper | undefined>;

  constructor(
    evidence: GrantEvidenceStore,
    private readonly store: GrantsStore,
    private readonly papers: GrantPapers,
    private readonly counter: Counter,
    private readonly asking: AskForGrant,
    private readonly recording: RecordGrant,
  ) {
    this.#papers = new PerRequestLoader(async (ids) =>
      inOrderOf(ids, await evidence.papers(ids), ({ id }) => id),
    );
  }

  @Can(partyPolicy.findToAsk)
  @Query(() => CounterHouseholdConnection, {
    name: 'householdsAtCounter',
    description:
      'Các hộ bên mình có thể xin phép, theo tên. / Households that may be asked for their word, by name.',
  })
  async householdsAtCounter(
    @Asker() actor: Actor,
    @Args() page: PageArgs,
    @Args('words', {
      type: () => String,
      description: 'Một phần tên hoặc thôn. / Part of the name or hamlet.',
    })
    words: string,
  ): Promise<Page<CounterHousehold>> {
    const first = pageSize(page.first);
    const after = page.after ? nameCursor(page.after) : undefined;
    const rows = await this.counter.list(actor, words, first, after);
    return pageOf(rows, first, ({ name, id }) => [name, id]);
  }

  @Can(partyPolicy.findToAsk)
  @Query(() => CounterHouseholdModel, {
    name: 'householdAtCounter',
    nullable: true,
    description: 'Một hộ trong số đó. / One of them.',
  })
  async householdAtCounter(
    @Asker() actor: Actor,
    @Args('householdId', { type: () => ID, description: 'Hộ. / The household.' })
    householdId: string,
  ): Promise<CounterHousehold | null> {
    return (await this.counter.one(actor, householdId)) ?? null;
  }

  @Can(partyPolicy.recordGrant)
  @Mutation(() => AskForGrantResult, {
    name: 'askForGrant',
    description:
      'Gửi mã xin phép tới số của hộ; hộ đọc mã cho bên hỏi là đồng ý. / Sends a code to a household; reading it out is its consent.',
  })
  async askForGrant(
    @Asker() actor: Actor,
    @Args('input', { description: 'Hộ nào, việc gì. / Which household, for what.' })
    input: AskForGrantInput,
  ): Promise<GrantAskedModel | Refusal> {
    const asked = await this.asking.run(actor, input);
    return isRefusal(asked) ? asked : { ...asked, expiresAt: new Date(asked.expiresAt) };
  }

  @Can(partyPolicy.recordGrant)
  @Mutation(() => RecordGrantResult, {
    name: 'recordGrant',
    description:
      'Ghi lời đồng ý của hộ tại chỗ; hộ được báo tin và thu hồi lúc nào cũng được. / Puts a household’s consent on record; it is told, and takes it back at any time.',
  })
  async recordGrant(
    @Asker() actor: Actor,
    @Args('input', { description: 'Lời đồng ý và chứng cứ. / The word, and what it rests on.' })
    input: RecordGrantInput,
  ): Promise<PartyGrantEntity | Refusal | null> {
    const { clientMutationId, householdId, power, code = null, paperId = null } = input;
    const wish = { clientMutationId, householdId, power, code, paperId };
    const recorded = await this.recording.run(actor, wish);
    return isRefusal(recorded) ? recorded : this.store.byId(recorded.grantId);
  }

  @ResolveField(() => GrantPaperModel, {
    nullable: true,
    description: 'Giấy đã ký, khi dựa vào giấy. / The signed paper, when it rests on one.',
  })
  async paper(
    @Parent() { paperId }: PartyGrantEntity,
    @Context() context: AskContext,
  ): Promise<GrantPaperModel | null> {
    const paper = paperId ? await this.#papers.load(context, paperId) : undefined;
    if (!paper) return null;
    const { id, isList, erasedAt } = paper;
    const isShown = erasedAt === null && this.papers.isOwn(context.actor, paper);
    return { id, isList, erasedAt, url: isShown ? `/grant-papers/${id}/full.webp` : null };
  }
}

@Resolver(() => CounterHouseholdModel)
export class CounterHouseholdsResolver {
  readonly #grants: PerRequestLoader<string, PartyGrantEntity[], AskContext>;

  constructor(store: GrantsStore) {
    this.#grants = new PerRequestLoader(async (ids, { actor }) => {
      const all = await store.standing(actor.partyId ?? '', ids);
      return ids.map((one) => all.filter(({ grantorId }) => grantorId === one));
    });
  }

  @ResolveField(() => [GrantModel], {
    description: 'Hộ đang nhờ bên mình những gì. / What it lets the asking party do now.',
  })
  grants(
    @Parent() { id }: CounterHousehold,
    @Context() context: AskContext,
  ): Promise<PartyGrantEntity[]> {
    return this.#grants.load(context, id);
  }
}
