import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Accounts } from '../../accounts/index.js';
import { Catalog, CropModel, type Crop } from '../../catalog/index.js';
import { Clock } from '../../kernel/clock.js';
import type { Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { CallsStore, type ToCall } from '../data/calls.store.js';
import { repliesPolicy } from '../domain/replies.policy.js';
import { RecordCallAnswer } from '../use-cases/record-call-answer.js';
import { CallRecordedModel, RecordCallAnswerInput, ToCallModel } from './call.model.js';

const RecordCallAnswerResult = orRefused(
  'RecordCallAnswerResult',
  CallRecordedModel,
  'Đã ghi cuộc gọi.',
);

// Messages get their time first: notification, Zalo and SMS have five minutes each.
const QUIET_MINUTES = 10;

@Resolver(() => ToCallModel)
export class CallsResolver {
  constructor(
    private readonly calls: CallsStore,
    private readonly recording: RecordCallAnswer,
    private readonly catalog: Catalog,
    private readonly accounts: Accounts,
    private readonly clock: Clock,
  ) {}

  @Can(repliesPolicy.call)
  @Query(() => [ToCallModel], {
    name: 'callList',
    description:
      'Hộ nhờ bán thay chưa trả lời lời hỏi mua sau 10 phút, gấp trước, nhiều nhất 200. / Households that let us sell for them and have not answered an offer for ten minutes, most pressing first, at most 200.',
  })
  async callList(@Asker() actor: Actor): Promise<ToCall[]> {
    const now = this.clock.now();
    const since = new Date(now.getTime() - QUIET_MINUTES * 60_000);
    const calls = await this.calls.toCall(actor.partyId ?? '', since, now);
    await this.accounts.noteContactViews(
      actor,
      calls.map(({ householdId }) => householdId),
      'OFFER_CALL',
    );
    return calls;
  }

  @Can(repliesPolicy.call)
  @Mutation(() => RecordCallAnswerResult, {
    name: 'recordCallAnswer',
    description:
      'Ghi điều hộ nói qua điện thoại; như hộ tự trả lời, và hộ được báo lại. / Records what a household said on the telephone: as if it had answered itself, and it is told.',
  })
  recordCallAnswer(
    @Asker() actor: Actor,
    @Args('input', { description: 'Kết quả cuộc gọi. / What it brought.' })
    input: RecordCallAnswerInput,
  ): Promise<CallRecordedModel | Refusal> {
    return this.recording.run(actor, input);
  }

  @ResolveField(() => CropModel, { description: 'Cây. / Crop.' })
  async crop(@Parent() { cropCode }: ToCall): Promise<Crop> {
    const crops = await this.catalog.crops();
    const crop = crops.find(({ code }) => code === cropCode);
    if (!crop) throw new Error(`no crop ${cropCode}`);
    return crop;
  }
}
