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
import { OrderModel, type Order } from '../../orders/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker, type AskContext } from '../../platform/graphql/ask-context.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { changesPolicy } from '../domain/changes.policy.js';
import { AnswerChange } from '../use-cases/answer-change.js';
import { sumsOf, type ChangeOutlook } from '../use-cases/changing.js';
import { ProposeChange } from '../use-cases/propose-change.js';
import { ChangeLoaders } from './change.loaders.js';
import {
  ChangePreviewModel,
  ConfirmOrderChangeInput,
  OrderChangeModel,
  OrderChangeWishInput,
  ProposeOrderChangeInput,
  WithdrawOrderChangeInput,
} from './order-change.model.js';
import { shownChange, shownPart, type ShownChange } from './shown-change.js';

const PreviewResult = orRefused(
  'OrderChangePreviewResult',
  ChangePreviewModel,
  'Đổi thế này thì ra sao.',
);
const ProposeResult = orRefused('ProposeOrderChangeResult', OrderChangeModel, 'Đã xin đổi.');
const ConfirmResult = orRefused('ConfirmOrderChangeResult', OrderChangeModel, 'Đã trả lời.');
const WithdrawResult = orRefused('WithdrawOrderChangeResult', OrderChangeModel, 'Đã rút.');

/** Kilograms and hours that change after the commit, with the other side's word. */
@Resolver(() => OrderModel)
export class OrderChangesResolver {
  constructor(
    private readonly proposing: ProposeChange,
    private readonly answering: AnswerChange,
    private readonly loaders: ChangeLoaders,
  ) {}

  @ResolveField(() => OrderChangeModel, {
    name: 'change',
    nullable: true,
    description:
      'Đề nghị đổi gần nhất; chỉ người mua thấy cả đơn. / The newest change; of the whole order the buyer’s to see.',
  })
  async changeOfOrder(
    @Parent() { id, buyerId }: Order,
    @Context() asked: AskContext,
  ): Promise<ShownChange | null> {
    if (asked.actor.partyId !== buyerId) return null;
    const change = await this.loaders.changeOfOrder.load(asked, id);
    return change ? shownChange(change) : null;
  }

  @Can(changesPolicy.propose)
  @Query(() => PreviewResult, {
    name: 'previewOrderChange',
    description:
      'Đổi thế này thì kg, tiền, xe, giấy ra sao; không ghi gì. / What a change would bring about.',
  })
  async previewOrderChange(
    @Asker() actor: Actor,
    @Args('input', { description: 'Muốn đổi gì. / What one would change.' })
    input: OrderChangeWishInput,
  ): Promise<ChangePreviewModel | Refusal> {
    return previewed(await this.proposing.preview(actor, input));
  }

  @Can(changesPolicy.confirm)
  @Query(() => PreviewResult, {
    name: 'orderChangeConsequences',
    description:
      'Đề nghị đang chờ thì sẽ ra sao, cho cả hai bên. / What an open change would bring about, for either side.',
  })
  async orderChangeConsequences(
    @Asker() actor: Actor,
    @Args('changeId', { type: () => ID, description: 'Đề nghị. / The change.' }) changeId: string,
  ): Promise<ChangePreviewModel | Refusal> {
    return previewed(await this.answering.consequences(actor, changeId));
  }

  @Can(changesPolicy.propose)
  @Mutation(() => ProposeResult, {
    name: 'proposeOrderChange',
    description: 'Xin đổi kg hoặc giờ lấy; chưa đổi gì. / Asks for a change; nothing changes yet.',
  })
  async proposeOrderChange(
    @Asker() actor: Actor,
    @Args('input', { description: 'Muốn đổi gì. / What to change.' })
    input: ProposeOrderChangeInput,
    @Context() asked: AskContext,
  ): Promise<ShownChange | Refusal | null> {
    return this.read(asked, await this.proposing.propose(actor, input));
  }

  @Can(changesPolicy.confirm)
  @Mutation(() => ConfirmResult, {
    name: 'confirmOrderChange',
    description:
      'Đồng ý hay không; đủ mọi bên đồng ý thì đổi một lượt. / Yes or no; with the last yes all of it is carried out.',
  })
  async confirmOrderChange(
    @Asker() actor: Actor,
    @Args('input', { description: 'Đề nghị và câu trả lời. / Change and answer.' })
    input: ConfirmOrderChangeInput,
    @Context() asked: AskContext,
  ): Promise<ShownChange | Refusal | null> {
    return this.read(asked, await this.answering.confirm(actor, input));
  }

  @Can(changesPolicy.propose)
  @Mutation(() => WithdrawResult, {
    name: 'withdrawOrderChange',
    description: 'Rút đề nghị của bên mình. / Takes one’s own change back.',
  })
  async withdrawOrderChange(
    @Asker() actor: Actor,
    @Args('input', { description: 'Đề nghị. / The change.' }) input: WithdrawOrderChangeInput,
    @Context() asked: AskContext,
  ): Promise<ShownChange | Refusal | null> {
    return this.read(asked, await this.answering.withdraw(actor, input));
  }

  private async read(
    { actor }: AskContext,
    done: { changeId: string } | Refusal,
  ): Promise<ShownChange | Refusal | null> {
    if (isRefusal(done)) return done;
    const seen = await this.answering.read(actor, done.changeId);
    return seen ? shownChange(seen) : null;
  }
}

function previewed(seen: ChangeOutlook | Refusal): ChangePreviewModel | Refusal {
  if (isRefusal(seen)) return seen;
  const { parts, rides, seen: shown } = seen;
  return { ...sumsOf(parts), parts: parts.map(shownPart), rides, seen: shown };
}
