import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import { PreviewViews, type AllocationPreviewModel } from '../../orders/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import { demandPolicy } from '../domain/demand.policy.js';
import { AcceptDemandAsCoop } from '../use-cases/accept-demand-as-coop.js';
import {
  AcceptDemandAsCoopInput,
  AcceptDemandAsCoopResult,
  PreviewAsCoopArgs,
  PreviewAsCoopResult,
  type CoopPartModel,
} from './coop-part.model.js';

/** A cooperative takes part of a need for the households that let it sell. */
@Resolver()
export class CoopPartResolver {
  constructor(
    private readonly accepting: AcceptDemandAsCoop,
    private readonly views: PreviewViews,
  ) {}

  @Can(demandPolicy.takeUp)
  @Query(() => PreviewAsCoopResult, {
    name: 'previewDemandAsCoop',
    description:
      'Hợp tác xã xem trước: nhận nhu cầu này thì chia cho hộ nào bao nhiêu; không ghi gì. / What taking part of a need would take of whom; writes nothing.',
  })
  async previewDemandAsCoop(
    @Asker() actor: Actor,
    @Args() wish: PreviewAsCoopArgs,
  ): Promise<AllocationPreviewModel | Refusal> {
    const found = await this.accepting.preview(actor, wish);
    return isRefusal(found) ? found : this.views.of(found, actor);
  }

  @Can(demandPolicy.takeUp)
  @Mutation(() => AcceptDemandAsCoopResult, {
    name: 'acceptDemandAsCoop',
    description:
      'Hợp tác xã nhận một phần nhu cầu, chia cho các hộ nhờ bán; hàng giữ ngay, từng hộ được báo và bỏ lại được. / A cooperative takes part of a need, divided among households that let it sell; stock is held at once, each household is told and may undo it.',
  })
  acceptDemandAsCoop(
    @Asker() actor: Actor,
    @Args('input', { description: 'Phần nhận. / The part.' })
    { clientMutationId: key, ...wish }: AcceptDemandAsCoopInput,
  ): Promise<CoopPartModel | Refusal> {
    return this.accepting.run({ actor, operation: 'acceptDemandAsCoop', key, request: wish }, wish);
  }
}
