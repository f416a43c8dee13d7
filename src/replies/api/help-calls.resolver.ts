import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Accounts, StaffSight } from '../../accounts/index.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import { Territory } from '../../planning/index.js';
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
import { startAfter, timeKeys } from '../../platform/graphql/time-pages.js';
import { HelpCallsStore, type HelpCall, type HelpScope } from '../data/help-calls.store.js';
import { repliesPolicy } from '../domain/replies.policy.js';
import { RecordHelpCall } from '../use-cases/record-help-call.js';
import { RequestHelpCall } from '../use-cases/request-help-call.js';
import {
  HelpCallModel,
  HelpCallRecordedModel,
  HelpRequestModel,
  RecordHelpCallInput,
  RequestHelpCallInput,
} from './help-call.model.js';

const HelpCallConnection = connectionOf('HelpCallConnection', HelpCallModel);
const RequestHelpCallResult = orRefused('RequestHelpCallResult', HelpRequestModel, 'Đã nhờ gọi.');
const RecordHelpCallResult = orRefused(
  'RecordHelpCallResult',
  HelpCallRecordedModel,
  'Đã ghi cuộc gọi.',
);

@Resolver(() => HelpCallModel)
export class HelpCallsResolver {
  constructor(
    private readonly calls: HelpCallsStore,
    private readonly asking: RequestHelpCall,
    private readonly recording: RecordHelpCall,
    private readonly accounts: Accounts,
    private readonly territory: Territory,
    private readonly sight: StaffSight,
  ) {}

  @Can(repliesPolicy.askForHelp)
  @Mutation(() => RequestHelpCallResult, {
    name: 'requestHelpCall',
    description:
      'Nhờ hợp tác xã hoặc cán bộ xã gọi lại. / Asks the cooperative or the commune to call.',
  })
  async requestHelpCall(
    @Asker() actor: Actor,
    @Args('input', { description: 'Đang xem màn hình nào. / Where one is stuck.' })
    input: RequestHelpCallInput,
  ): Promise<HelpRequestModel | Refusal> {
    const asked = await this.asking.run(actor, input);
    if (isRefusal(asked)) return asked;
    const call = await this.calls.byId(asked.helpCallId);
    if (!call) throw new Error(`no call ${asked.helpCallId}`);
    return call;
  }

  @Can(repliesPolicy.help)
  @Query(() => HelpCallConnection, {
    name: 'helpCalls',
    description: 'Bà con nhờ gọi, chờ lâu trước. / Households that wait for a call, longest first.',
  })
  async helpCalls(@Asker() actor: Actor, @Args() page: PageArgs): Promise<Page<HelpCall>> {
    const first = pageSize(page.first);
    const scope = await this.scopeOf(actor);
    const shown = pageOf(
      await this.calls.waiting(scope, first + 1, startAfter(page.after)),
      first,
      timeKeys,
    );
    // Whom a household trusts was asked by it; the staff says so itself, for each it calls.
    if (actor.role === 'COOP_CLERK') {
      const ids = shown.nodes.map(({ householdId }) => householdId);
      await this.accounts.noteContactViews(actor, ids, 'HELP_CALL');
    }
    return shown;
  }

  @ResolveField(() => String, { nullable: true })
  async phone(
    @Parent() { householdId, phone }: HelpCall,
    @Context() context: AskContext,
  ): Promise<string | null> {
    return (await this.sight.isOpen(context, householdId)) ? phone : null;
  }

  @Can(repliesPolicy.help)
  @Mutation(() => RecordHelpCallResult, {
    name: 'recordHelpCall',
    description: 'Ghi cuộc gọi giúp. / Records what came of a call for help.',
  })
  async recordHelpCall(
    @Asker() actor: Actor,
    @Args('input', { description: 'Kết quả cuộc gọi. / What it brought.' })
    input: RecordHelpCallInput,
  ): Promise<HelpCallRecordedModel | Refusal> {
    return this.recording.run(actor, await this.scopeOf(actor), input);
  }

  private async scopeOf(actor: Actor): Promise<HelpScope> {
    return actor.role === 'COOP_CLERK'
      ? { coopId: actor.partyId ?? '' }
      : { communeIds: await this.territory.communesOf(actor, null) };
  }
}
