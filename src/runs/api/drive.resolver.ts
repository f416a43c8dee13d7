import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import { orRefused } from '../../platform/graphql/refused.js';
import type { Run } from '../data/run.rows.js';
import { RunsStore } from '../data/runs.store.js';
import { runPolicy } from '../domain/run.policy.js';
import { AcceptRun } from '../use-cases/accept-run.js';
import { ArriveStop } from '../use-cases/arrive-stop.js';
import { CompleteStop } from '../use-cases/complete-stop.js';
import { DeliverRun } from '../use-cases/deliver-run.js';
import { StartRun } from '../use-cases/start-run.js';
import {
  AcceptRunInput,
  ArriveStopInput,
  CompleteStopInput,
  DeliverRunInput,
  StartRunInput,
} from './run.inputs.js';
import { RunModel } from './run.model.js';
import { reread } from './runs.resolver.js';

const AcceptRunResult = orRefused('AcceptRunResult', RunModel, 'Đã nhận chuyến.');
const StartRunResult = orRefused('StartRunResult', RunModel, 'Đã xuất phát.');
const ArriveStopResult = orRefused('ArriveStopResult', RunModel, 'Đã đến.');
const CompleteStopResult = orRefused('CompleteStopResult', RunModel, 'Đã xong điểm dừng.');
const DeliverRunResult = orRefused('DeliverRunResult', RunModel, 'Đã giao hàng.');

/** What a driver does, one tap each. */
@Resolver()
export class DriveResolver {
  constructor(
    private readonly runs: RunsStore,
    private readonly accepting: AcceptRun,
    private readonly starting: StartRun,
    private readonly arriving: ArriveStop,
    private readonly completing: CompleteStop,
    private readonly delivering: DeliverRun,
  ) {}

  @Can(runPolicy.drive)
  @Mutation(() => AcceptRunResult, {
    name: 'acceptRun',
    description: 'Lái xe nhận chuyến. / The driver takes the run on.',
  })
  async acceptRun(
    @Asker() actor: Actor,
    @Args('input', { description: 'Chuyến. / The run.' }) input: AcceptRunInput,
  ): Promise<Run | Refusal> {
    return this.reread(await this.accepting.run(actor, input));
  }

  @Can(runPolicy.drive)
  @Mutation(() => StartRunResult, {
    name: 'startRun',
    description: 'Xuất phát, khi đủ giấy theo quy định. / Leaves, when the rules let it.',
  })
  async startRun(
    @Asker() actor: Actor,
    @Args('input', { description: 'Chuyến. / The run.' }) input: StartRunInput,
  ): Promise<Run | Refusal> {
    return this.reread(await this.starting.run(actor, input));
  }

  @Can(runPolicy.drive)
  @Mutation(() => ArriveStopResult, {
    name: 'arriveStop',
    description:
      'Đã đến một điểm; gửi muộn, gửi lại đều được. / At a stop; may be told late and again.',
  })
  async arriveStop(
    @Asker() actor: Actor,
    @Args('input', { description: 'Điểm dừng. / The stop.' }) input: ArriveStopInput,
  ): Promise<Run | Refusal> {
    return this.reread(await this.arriving.run(actor, input));
  }

  @Can(runPolicy.drive)
  @Mutation(() => CompleteStopResult, {
    name: 'completeStop',
    description:
      'Xong một điểm: cần phiếu cân đã xác nhận, hoặc ghi vấn đề. / Leaves a stop, on a confirmed ticket or with a word why not.',
  })
  async completeStop(
    @Asker() actor: Actor,
    @Args('input', { description: 'Điểm dừng. / The stop.' }) input: CompleteStopInput,
  ): Promise<Run | Refusal> {
    return this.reread(await this.completing.run(actor, input));
  }

  @Can(runPolicy.drive)
  @Mutation(() => DeliverRunResult, {
    name: 'deliverRun',
    description: 'Đã giao hàng ở nơi đến. / The fruit is delivered.',
  })
  async deliverRun(
    @Asker() actor: Actor,
    @Args('input', { description: 'Chuyến. / The run.' }) input: DeliverRunInput,
  ): Promise<Run | Refusal> {
    return this.reread(await this.delivering.run(actor, input));
  }

  private async reread(driven: { runId: string } | Refusal): Promise<Run | Refusal> {
    return isRefusal(driven) ? driven : reread(this.runs, driven.runId);
  }
}
