import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import { PageArgs, pageOf, pageSize, type Page } from '../../platform/graphql/page.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { timeCursor } from '../../platform/graphql/time-pages.js';
import type { Run, Vehicle } from '../data/run.rows.js';
import { RunsStore } from '../data/runs.store.js';
import { runPolicy } from '../domain/run.policy.js';
import { CancelRun } from '../use-cases/cancel-run.js';
import { PlanRun } from '../use-cases/plan-run.js';
import { leftBehind } from '../words.js';
import { CancelRunInput, PlanRunInput } from './run.inputs.js';
import { PlannedRunsModel, RunConnection, RunModel, VehicleModel } from './run.model.js';

const PlanRunResult = orRefused('PlanRunResult', PlannedRunsModel, 'Đã xếp xe.');
const CancelRunResult = orRefused('CancelRunResult', RunModel, 'Đã hủy chuyến.');

interface PlannedRuns {
  readonly runs: Run[];
  readonly unassigned: PlannedRunsModel['unassigned'];
}

@Resolver()
export class RunsResolver {
  constructor(
    private readonly runs: RunsStore,
    private readonly planning: PlanRun,
    private readonly cancelling: CancelRun,
  ) {}

  @Can(runPolicy.read)
  @Query(() => RunModel, {
    name: 'run',
    nullable: true,
    description: 'Một chuyến; null khi không phải của mình. / A run; null when it is not yours.',
  })
  async run(
    @Asker() actor: Actor,
    @Args('id', { type: () => ID, description: 'Mã chuyến. / Its id.' }) id: string,
  ): Promise<Run | null> {
    return (await this.runs.find(actor, id)) ?? null;
  }

  @Can(runPolicy.read)
  @Query(() => RunConnection, {
    name: 'myRuns',
    description: 'Các chuyến của mình, muộn nhất trước. / Own runs, latest start first.',
  })
  async myRuns(@Asker() actor: Actor, @Args() page: PageArgs): Promise<Page<Run>> {
    const first = pageSize(page.first);
    const after = page.after ? timeCursor(page.after) : undefined;
    const rows = await this.runs.page(actor, first, after);
    return pageOf(rows, first, (row) => [row.startsAt.toISOString(), row.id]);
  }

  @Can(runPolicy.readVehicles)
  @Query(() => [VehicleModel], {
    name: 'myVehicles',
    description: 'Xe của nhà xe mình. / Vehicles of the own transporter.',
  })
  myVehicles(@Asker() actor: Actor): Promise<Vehicle[]> {
    return this.runs.vehiclesOf(actor.partyId ?? '');
  }

  @Can(runPolicy.plan)
  @Mutation(() => PlanRunResult, {
    name: 'planRun',
    description:
      'Xếp xe đi gom hàng của một đơn, ít km nhất. / Plans which vehicle fetches whose fruit, in what order.',
  })
  async planRun(
    @Asker() actor: Actor,
    @Args('input', { description: 'Đơn và giờ chạy. / Order and start.' }) input: PlanRunInput,
  ): Promise<PlannedRuns | Refusal> {
    const planned = await this.planning.run(actor, input);
    if (isRefusal(planned)) return planned;
    return {
      runs: await this.runs.byIds(planned.runIds),
      unassigned: planned.unassigned.map(({ dealId, reason }) => ({
        dealId,
        reason,
        sentence: leftBehind(reason, actor.locale),
      })),
    };
  }

  @Can(runPolicy.cancel)
  @Mutation(() => CancelRunResult, {
    name: 'cancelRun',
    description:
      'Hủy chuyến, các hộ chờ xe khác. / Calls a run off; its households wait for another.',
  })
  async cancelRun(
    @Asker() actor: Actor,
    @Args('input', { description: 'Chuyến và lý do. / Run and reason.' }) input: CancelRunInput,
  ): Promise<Run | Refusal> {
    const cancelled = await this.cancelling.run(actor, input);
    return isRefusal(cancelled) ? cancelled : reread(this.runs, cancelled.runId);
  }
}

export async function reread(runs: RunsStore, id: string): Promise<Run> {
  const run = await runs.byId(id);
  if (!run) throw new Error(`a run that was just written is gone: ${id}`);
  return run;
}
