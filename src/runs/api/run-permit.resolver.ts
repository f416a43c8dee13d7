import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import { PermitModel, Permits, type Permit } from '../../permits/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { runPolicy } from '../domain/run.policy.js';
import { PermitDrafts, type PermitDraft } from '../permit-drafts.js';
import { ApplyPermit } from '../use-cases/apply-permit.js';
import { PermitDraftModel } from './permit-draft.model.js';
import { ApplyPermitInput } from './run.inputs.js';

const ApplyPermitResult = orRefused('ApplyPermitResult', PermitModel, 'Đã gửi đơn xin giấy.');

/** The permit of a run, from the run's side. */
@Resolver()
export class RunPermitResolver {
  constructor(
    private readonly drafts: PermitDrafts,
    private readonly applying: ApplyPermit,
    private readonly permits: Permits,
  ) {}

  @Can(runPolicy.applyPermit)
  @Query(() => PermitDraftModel, {
    name: 'prefillPermitFromRun',
    nullable: true,
    description:
      'Đơn xin giấy điền sẵn từ chuyến; null khi không phải của mình. / A request filled in from the run; null when it is not yours.',
  })
  async prefillPermitFromRun(
    @Asker() actor: Actor,
    @Args('runId', { type: () => ID, description: 'Chuyến. / The run.' }) runId: string,
  ): Promise<PermitDraft | null> {
    return (await this.drafts.of(actor, runId)) ?? null;
  }

  @Can(runPolicy.applyPermit)
  @Mutation(() => ApplyPermitResult, {
    name: 'applyPermit',
    description:
      'Xin giấy cho chuyến: đủ điều kiện thì cấp ngay, không thì chờ duyệt. / Asks for the permit: issued at once when every rule is met, else it waits for a reviewer.',
  })
  async applyPermit(
    @Asker() actor: Actor,
    @Args('input', { description: 'Chuyến và người đi. / Run and people.' })
    input: ApplyPermitInput,
  ): Promise<Permit | Refusal> {
    const applied = await this.applying.run(actor, input);
    if (isRefusal(applied)) return applied;
    const permit = await this.permits.find(applied.permitId);
    if (!permit) throw new Error(`a permit that was just asked for is gone: ${applied.permitId}`);
    return permit;
  }
}
