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
import { dayOf, instant, plusDays } from '../../kernel/day.js';
import { isId } from '../../kernel/id.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker, type AskContext } from '../../platform/graphql/ask-context.js';
import { badRequest } from '../../platform/graphql/faults.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { sentenceOf } from '../../platform/words/say.js';
import { CheckpointBundles, type CheckpointBundle } from '../checkpoint-bundles.js';
import { Checking, type OnlineVerdict } from '../checking.js';
import { ScansStore, type ShiftCounts } from '../data/scans.store.js';
import { permitPolicy } from '../domain/permit.policy.js';
import { verdictSentence } from '../domain/verdict-words.js';
import { RecordScans } from '../use-cases/record-scans.js';
import { StartShift } from '../use-cases/start-shift.js';
import {
  CheckpointBundleModel,
  PermitVerdictModel,
  ScansRecordedModel,
  ShiftReportModel,
} from './checkpoint.model.js';
import { RecordScanInput, StartShiftInput } from './permit.inputs.js';

const StartShiftResult = orRefused('StartShiftResult', CheckpointBundleModel, 'Đã vào ca.');
const RecordScanResult = orRefused('RecordScanResult', ScansRecordedModel, 'Đã ghi lượt quét.');

@Resolver(() => PermitVerdictModel)
export class CheckpointResolver {
  constructor(
    private readonly bundles: CheckpointBundles,
    private readonly checking: Checking,
    private readonly scans: ScansStore,
    private readonly starting: StartShift,
    private readonly recording: RecordScans,
    private readonly clock: Clock,
  ) {}

  @Can(permitPolicy.guard)
  @Mutation(() => StartShiftResult, {
    name: 'startShift',
    description: 'Vào ca ở một chốt, nhận dữ liệu kiểm tra. / Begins a shift and gets the data.',
  })
  async startShift(
    @Asker() actor: Actor,
    @Args('input', { description: 'Chốt. / The post.' }) input: StartShiftInput,
  ): Promise<CheckpointBundle | Refusal> {
    const started = await this.starting.run(actor, input);
    return isRefusal(started) ? started : this.bundles.current();
  }

  @Can(permitPolicy.check)
  @Query(() => CheckpointBundleModel, {
    name: 'checkpointBundle',
    description: 'Dữ liệu kiểm tra mới nhất. / The newest data to check with.',
  })
  checkpointBundle(): Promise<CheckpointBundle> {
    return this.bundles.current();
  }

  @Can(permitPolicy.readRules)
  @Query(() => String, {
    name: 'revocationSnapshot',
    description: 'Danh sách thu hồi, đã ký (LNS1). / The signed status list.',
  })
  async revocationSnapshot(): Promise<string> {
    return (await this.bundles.current()).revocations;
  }

  @Can(permitPolicy.check)
  @Query(() => PermitVerdictModel, {
    name: 'verifyPermit',
    description:
      'Kiểm tra một mã QR với dữ liệu máy chủ. / Checks a QR text with the server’s data.',
  })
  verifyPermit(
    @Args('text', { description: 'Nội dung mã QR. / What the camera read.' }) text: string,
    @Args('checkpointId', {
      type: () => ID,
      nullable: true,
      description:
        'Chốt đang đứng, để biết giấy vừa quét ở chốt xa. / The post, to notice a copy shown far away.',
    })
    checkpointId: string | null,
  ): Promise<OnlineVerdict> {
    return this.checking.verify(text, checkpointId);
  }

  @Can(permitPolicy.check)
  @Query(() => PermitVerdictModel, {
    name: 'permitByCode',
    description:
      'Kiểm tra bằng mã ngắn và 4 số cuối biển xe. / Checks by short code and the last four of the plate.',
  })
  permitByCode(
    @Asker() actor: Actor,
    @Args('code', { description: 'Mã ngắn. / Short code.' }) code: string,
    @Args('plateLast4', { description: '4 số cuối biển xe. / Last four of the plate.' })
    plateLast4: string,
  ): Promise<OnlineVerdict> {
    return this.checking.byCode(actor, code, plateLast4);
  }

  @Can(permitPolicy.guard)
  @Mutation(() => RecordScanResult, {
    name: 'recordScan',
    description:
      'Gửi các lượt quét, gửi lại không bị ghi trùng. / Sends scans; sent again they count once.',
  })
  async recordScan(
    @Asker() actor: Actor,
    @Args('input', { description: 'Các lượt quét. / The scans.' }) input: RecordScanInput,
  ): Promise<ScansRecordedModel | Refusal> {
    const kept = await this.recording.run(actor, input);
    if (isRefusal(kept)) return kept;
    const rejected = kept.rejected.map(({ id, refusal }) => ({
      id,
      code: refusal.refused,
      sentence: sentenceOf(refusal, actor.locale).message,
    }));
    return { ...kept, rejected };
  }

  @Can(permitPolicy.readShift)
  @Query(() => ShiftReportModel, {
    name: 'shiftReport',
    description: 'Số lượt kiểm tra hôm nay của một chốt. / Today’s checks at a post.',
  })
  shiftReport(
    @Args('checkpointId', { type: () => ID, description: 'Chốt. / The post.' })
    checkpointId: string,
  ): Promise<ShiftCounts> {
    if (!isId(checkpointId)) throw badRequest('checkpointId: giá trị không đúng dạng.');
    const today = dayOf(this.clock.now());
    return this.scans.counts(
      checkpointId,
      instant(today, '00:00'),
      instant(plusDays(today, 1), '00:00'),
    );
  }

  @ResolveField(() => String, { description: 'Một câu cho cán bộ. / One sentence.' })
  sentence(@Parent() { reason }: OnlineVerdict, @Context() { actor }: AskContext): string {
    return verdictSentence(reason, actor.locale);
  }
}
