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
import { Clock } from '../../kernel/clock.js';
import { isId } from '../../kernel/id.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { actOf } from '../../platform/database/unit-of-work.js';
import { Asker, type AskContext } from '../../platform/graphql/ask-context.js';
import { PageArgs, pageOf, pageSize, type Page } from '../../platform/graphql/page.js';
import { PerRequestLoader } from '../../platform/graphql/per-request-loader.js';
import { timeCursor, timeKeys } from '../../platform/graphql/time-pages.js';
import { DemandStore, type SaidRow } from '../data/demand.store.js';
import { demandPolicy } from '../domain/demand.policy.js';
import { AnswerDemand } from '../use-cases/answer-demand.js';
import { PublishDemand } from '../use-cases/publish-demand.js';
import {
  AnswerDemandInput,
  AnswerDemandResult,
  DemandConnection,
  DemandEndedModel,
  DemandModel,
  DemandSaidModel,
  EndDemandInput,
  EndDemandResult,
  PublishDemandInput,
  PublishDemandResult,
} from './demand.model.js';
import { DemandViews } from './demand-views.js';

@Resolver(() => DemandModel)
export class DemandResolver {
  readonly #said: PerRequestLoader<string, readonly SaidRow[]>;
  readonly #own: PerRequestLoader<string, readonly SaidRow[]>;

  constructor(
    private readonly demand: DemandStore,
    private readonly publishing: PublishDemand,
    private readonly answering: AnswerDemand,
    private readonly views: DemandViews,
    private readonly clock: Clock,
  ) {
    const grouped = (ids: readonly string[], rows: readonly SaidRow[]) =>
      ids.map((id) => rows.filter(({ orderId }) => orderId === id));
    this.#said = new PerRequestLoader(async (ids) => grouped(ids, await demand.saidTo(ids, null)));
    // The household is part of the key, because a loader only knows keys.
    this.#own = new PerRequestLoader(async (keys) => {
      const ids = keys.map((key) => key.slice(0, key.indexOf(' ')));
      const household = keys[0]?.slice(keys[0].indexOf(' ') + 1) ?? '';
      return grouped(ids, await demand.saidTo(ids, household));
    });
  }

  @Can(demandPolicy.look)
  @Query(() => DemandConnection, {
    name: 'demandBoard',
    description:
      'Bảng nhu cầu: ai đang cần gì, mới trước. / The demand board: what is wanted, newest first.',
  })
  async demandBoard(
    @Asker() actor: Actor,
    @Args() page: PageArgs,
    @Args('cropCode', {
      type: () => String,
      nullable: true,
      description: 'Chỉ cây này. / Only this crop.',
    })
    cropCode: string | null,
  ): Promise<Page<DemandModel>> {
    const first = pageSize(page.first);
    const after = page.after ? timeCursor(page.after) : undefined;
    const wish = { cropCode, orderId: null, buyerId: null };
    const rows = await this.demand.board(wish, this.clock.now(), first + 1, after);
    const { nodes, pageInfo } = pageOf(rows, first, timeKeys);
    return { nodes: await Promise.all(nodes.map((row) => this.views.of(row, actor))), pageInfo };
  }

  @Can(demandPolicy.look)
  @Query(() => DemandModel, {
    name: 'demand',
    nullable: true,
    description: 'Một nhu cầu đang ở trên bảng. / One need on the board.',
  })
  async one(
    @Asker() actor: Actor,
    @Args('orderId', { type: () => ID, description: 'Đơn. / The order.' }) orderId: string,
  ): Promise<DemandModel | null> {
    const wish = { orderId, cropCode: null, buyerId: null };
    const [row] = isId(orderId)
      ? await this.demand.board(wish, this.clock.now(), 1, undefined)
      : [];
    return row ? this.views.of(row, actor) : null;
  }

  @ResolveField(() => [DemandSaidModel], {
    description:
      'Các hộ nói có bao nhiêu, theo ngày và loại; chỉ người mua thấy. / What growers said by day and grade, for the buyer.',
  })
  async said(
    @Parent() need: DemandModel,
    @Context() context: AskContext,
  ): Promise<readonly SaidRow[]> {
    return need.isMine ? this.#said.load(context, need.id) : [];
  }

  @ResolveField(() => [DemandSaidModel], {
    description: 'Nhà mình đã nói có bao nhiêu. / What the own household said.',
  })
  async mySaid(
    @Parent() need: DemandModel,
    @Context() context: AskContext,
  ): Promise<readonly SaidRow[]> {
    const { role, partyId } = context.actor;
    return role === 'GROWER' && partyId ? this.#own.load(context, `${need.id} ${partyId}`) : [];
  }

  @Can(demandPolicy.publish)
  @Mutation(() => PublishDemandResult, {
    name: 'publishDemand',
    description:
      'Đưa nhu cầu của đơn lên bảng cho các hộ thấy. / Shows the need of an order to growers.',
  })
  async publishDemand(
    @Asker() actor: Actor,
    @Args('input', { description: 'Đơn và lời nhắn. / The order and a word.' })
    input: PublishDemandInput,
  ): Promise<DemandModel | Refusal> {
    const wish = { orderId: input.orderId, note: input.note ?? '' };
    return this.shown(actor, await this.publishing.run(actOf(actor, 'publishDemand', input), wish));
  }

  @Can(demandPolicy.publish)
  @Mutation(() => EndDemandResult, {
    name: 'endDemand',
    description: 'Gỡ nhu cầu khỏi bảng. / Takes a need off the board.',
  })
  endDemand(
    @Asker() actor: Actor,
    @Args('input', { description: 'Đơn. / The order.' }) input: EndDemandInput,
  ): Promise<DemandEndedModel | Refusal> {
    return this.publishing.end(actOf(actor, 'endDemand', input), input);
  }

  @Can(demandPolicy.answer)
  @Mutation(() => AnswerDemandResult, {
    name: 'answerDemand',
    description:
      '«Tôi có … kg»: một lời, chưa giữ hàng. / "I have … kg": a word that sets nothing aside.',
  })
  async answerDemand(
    @Asker() actor: Actor,
    @Args('input', { description: 'Câu trả lời. / The answer.' }) input: AnswerDemandInput,
  ): Promise<DemandModel | Refusal> {
    const { orderId, householdId = null, answers } = input;
    const wish = { orderId, householdId, answers };
    return this.shown(actor, await this.answering.run(actOf(actor, 'answerDemand', input), wish));
  }

  private async shown(
    actor: Actor,
    done: { readonly orderId: string } | Refusal,
  ): Promise<DemandModel | Refusal> {
    return isRefusal(done) ? done : this.views.posted(done.orderId, actor);
  }
}
