import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import { orRefused } from '../../platform/graphql/refused.js';
import type { Run } from '../data/run.rows.js';
import { RunsStore } from '../data/runs.store.js';
import { runPolicy } from '../domain/run.policy.js';
import { ReplaceAllocation } from '../use-cases/replace-allocation.js';
import type { Suggestion } from '../use-cases/run-books.js';
import { SuggestReplacements } from '../use-cases/suggest-replacements.js';
import {
  ReplaceAllocationInput,
  ReplacementSuggestionModel,
  RunReplacementsModel,
} from './replacement.model.js';
import { RunModel } from './run.model.js';
import { reread } from './runs.resolver.js';

const SuggestReplacementsResult = orRefused(
  'SuggestReplacementsResult',
  ReplacementSuggestionModel,
  'Hàng thay được.',
);
const RunReplacementsResult = orRefused(
  'RunReplacementsResult',
  RunReplacementsModel,
  'Hàng thay được cho cả chuyến.',
);
const ReplaceAllocationResult = orRefused('ReplaceAllocationResult', RunModel, 'Chuyến đã đổi.');

/** What to do when a household has less than it promised. */
@Resolver()
export class ReplacementsResolver {
  constructor(
    private readonly runs: RunsStore,
    private readonly suggesting: SuggestReplacements,
    private readonly replacing: ReplaceAllocation,
  ) {}

  @Can(runPolicy.replace)
  @Query(() => SuggestReplacementsResult, {
    name: 'suggestReplacements',
    description:
      'Các lô dự phòng cho một điểm dừng, ghé nhanh nhất trước. / Lots that stand by for a stop, the smallest detour first.',
  })
  suggestReplacements(
    @Asker() actor: Actor,
    @Args('stopId', { type: () => ID, description: 'Điểm dừng. / The stop.' }) stopId: string,
  ): Promise<Suggestion | Refusal> {
    return this.suggesting.atStop(actor, stopId);
  }

  @Can(runPolicy.replace)
  @Query(() => RunReplacementsResult, {
    name: 'runReplacements',
    description:
      'Như suggestReplacements, cho mọi điểm của chuyến: máy tài xế giữ sẵn để chọn khi mất mạng. / As suggestReplacements, for every stop of a run: kept by the driver’s phone for where there is no signal.',
  })
  runReplacements(
    @Asker() actor: Actor,
    @Args('runId', { type: () => ID, description: 'Mã chuyến. / The run.' }) runId: string,
  ): Promise<{ stops: Suggestion[] } | Refusal> {
    return this.suggesting.onRun(actor, runId);
  }

  @Can(runPolicy.replace)
  @Mutation(() => ReplaceAllocationResult, {
    name: 'replaceAllocation',
    description:
      'Lấy lô dự phòng thay phần thiếu: chuyến, thỏa thuận và giấy cùng đổi. / Replaces what is missing: run, deal and permit change together.',
  })
  async replaceAllocation(
    @Asker() actor: Actor,
    @Args('input', { description: 'Điểm và các lô. / The stop and the lots.' })
    input: ReplaceAllocationInput,
  ): Promise<Run | Refusal> {
    const replaced = await this.replacing.run(actor, input);
    return isRefusal(replaced) ? replaced : reread(this.runs, replaced.runId);
  }
}
