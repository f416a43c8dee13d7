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
import { ForceMajeureEnum, type ForceMajeure } from '../../lots/index.js';
import { DealModel, type Deal } from '../../orders/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker, type AskContext } from '../../platform/graphql/ask-context.js';
import { PageArgs, type Page } from '../../platform/graphql/page.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { EndingsStore, type Ending } from '../data/endings.store.js';
import { StandingsStore, type ReliabilityRecord } from '../data/standings.store.js';
import { CAUSES, type Cause } from '../domain/causes.js';
import { changesPolicy } from '../domain/changes.policy.js';
import { AnswerEnding } from '../use-cases/answer-ending.js';
import { EndDeal } from '../use-cases/end-deal.js';
import { ChangeLoaders } from './change.loaders.js';
import {
  CancelDealInput,
  CancellationPreviewModel,
  CauseEnum,
  DecideForceMajeureInput,
  EndingConnection,
  EndingModel,
  ReliabilityModel,
  ReplyToBreachInput,
  ReportBreachInput,
} from './ending.model.js';

const PreviewResult = orRefused(
  'PreviewCancellationResult',
  CancellationPreviewModel,
  'Hậu quả nếu bỏ hẹn.',
);
const CancelDealResult = orRefused('CancelDealResult', EndingModel, 'Đã bỏ hẹn.');
const ReportBreachResult = orRefused('ReportBreachResult', EndingModel, 'Đã báo.');
const ReplyToBreachResult = orRefused('ReplyToBreachResult', EndingModel, 'Đã trả lời.');
const DecideResult = orRefused('DecideForceMajeureResult', EndingModel, 'Đã xét.');

const YEAR_MS = 365 * 86_400_000;

/** Deals that end before they are weighed. A deal shows its ending; whoever may see the one may see the other. */
@Resolver(() => DealModel)
export class EndingsResolver {
  constructor(
    private readonly endings: EndingsStore,
    private readonly standings: StandingsStore,
    private readonly ending: EndDeal,
    private readonly answering: AnswerEnding,
    private readonly loaders: ChangeLoaders,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => EndingModel, {
    name: 'ending',
    nullable: true,
    description: 'Dừng trước khi cân thế nào; null là không. / How it ended without being weighed.',
  })
  async endingOfDeal(@Parent() { id }: Deal, @Context() asked: AskContext): Promise<Ending | null> {
    return (await this.loaders.ending.load(asked, id)) ?? null;
  }

  @Can(changesPolicy.end)
  @Query(() => PreviewResult, {
    name: 'previewCancellation',
    description:
      'Nếu bỏ hẹn lúc này thì sao; không ghi gì. / What giving up now would bring about.',
  })
  async previewCancellation(
    @Asker() actor: Actor,
    @Args('dealId', { type: () => ID, description: 'Thỏa thuận. / The deal.' }) dealId: string,
    @Args('cause', { type: () => CauseEnum, description: 'Vì sao. / Why.' }) cause: Cause,
  ): Promise<CancellationPreviewModel | Refusal> {
    const seen = await this.ending.preview(actor, dealId, cause);
    if (isRefusal(seen)) return seen;
    const { ride, deal, ...sums } = seen;
    return {
      ...sums,
      dealId: deal.id,
      runNumber: ride?.runNumber ?? null,
      plate: ride?.plate ?? null,
      isForceMajeure: CAUSES[cause].isForceMajeure,
    };
  }

  @Can(changesPolicy.end)
  @Mutation(() => CancelDealResult, {
    name: 'cancelDeal',
    description: 'Bỏ hẹn, với hậu quả đã xem trước. / Gives a deal up, with what was shown.',
  })
  async cancelDeal(
    @Asker() actor: Actor,
    @Args('input', { description: 'Thỏa thuận và lý do. / Deal and cause.' })
    input: CancelDealInput,
  ): Promise<Ending | Refusal | undefined> {
    return this.read(await this.ending.cancel(actor, input));
  }

  @Can(changesPolicy.end)
  @Mutation(() => ReportBreachResult, {
    name: 'reportBreach',
    description: 'Báo bên kia bỏ hẹn; bên kia được trả lời. / Says the other side broke the deal.',
  })
  async reportBreach(
    @Asker() actor: Actor,
    @Args('input', { description: 'Thỏa thuận và chuyện xảy ra. / Deal and what happened.' })
    input: ReportBreachInput,
  ): Promise<Ending | Refusal | undefined> {
    return this.read(await this.ending.report(actor, input));
  }

  @Can(changesPolicy.reply)
  @Mutation(() => ReplyToBreachResult, {
    name: 'replyToBreach',
    description:
      'Trả lời một lần, bên kia và văn phòng đọc được. / Replies once; both may read it.',
  })
  async replyToBreach(
    @Asker() actor: Actor,
    @Args('input', { description: 'Lời trả lời. / The reply.' }) input: ReplyToBreachInput,
  ): Promise<Ending | Refusal | undefined> {
    return this.read(await this.answering.reply(actor, input));
  }

  @Can(changesPolicy.decide)
  @Mutation(() => DecideResult, {
    name: 'decideForceMajeure',
    description: 'Văn phòng xét bất khả kháng. / The office judges force majeure.',
  })
  async decideForceMajeure(
    @Asker() actor: Actor,
    @Args('input', { description: 'Thỏa thuận và quyết định. / Deal and verdict.' })
    input: DecideForceMajeureInput,
  ): Promise<Ending | Refusal | undefined> {
    return this.read(await this.answering.decide(actor, input));
  }

  @Can(changesPolicy.read)
  @Query(() => EndingConnection, {
    name: 'dealEndings',
    description:
      'Thỏa thuận đã dừng mà mình được xem, mới nhất trước. / Ended deals one may see, newest first.',
  })
  dealEndings(
    @Asker() actor: Actor,
    @Args() page: PageArgs,
    @Args('forceMajeure', {
      type: () => ForceMajeureEnum,
      nullable: true,
      description: 'Chỉ bất khả kháng đã xét đến đây. / Only those judged so far.',
    })
    forceMajeure?: ForceMajeure | null,
  ): Promise<Page<Ending>> {
    return this.endings.page(actor, page, forceMajeure ?? null);
  }

  @Can(changesPolicy.readRecord)
  @Query(() => ReliabilityModel, {
    name: 'reliabilityRecord',
    nullable: true,
    description: 'Một bên giữ hẹn thế nào; null khi không được xem. / How a party keeps its deals.',
  })
  async reliabilityRecord(
    @Asker() actor: Actor,
    @Args('partyId', { type: () => ID, description: 'Bên. / The party.' }) partyId: string,
  ): Promise<ReliabilityRecord | null> {
    if (!isId(partyId)) return null;
    const since = new Date(this.clock.now().getTime() - YEAR_MS);
    return (await this.standings.recordOf(partyId, actor.partyId, since)) ?? null;
  }

  private async read(done: { dealId: string } | Refusal): Promise<Ending | Refusal | undefined> {
    return isRefusal(done) ? done : (await this.endings.ofDeals([done.dealId]))[0];
  }
}

@Resolver(() => EndingModel)
export class EndedDealResolver {
  constructor(private readonly loaders: ChangeLoaders) {}

  @ResolveField(() => DealModel, {
    nullable: true,
    description: 'Thỏa thuận đã dừng. / The deal that ended.',
  })
  async deal(@Parent() { dealId }: Ending, @Context() asked: AskContext): Promise<Deal | null> {
    return (await this.loaders.deal.load(asked, dealId)) ?? null;
  }
}
