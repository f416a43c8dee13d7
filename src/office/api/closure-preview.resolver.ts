import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import { Closures } from '../../permits/index.js';
import { Can } from '../../platform/access/can.js';
import { InstantScalar } from '../../platform/graphql/scalars.js';
import { ClosuresStore, type ClosureEffects } from '../data/closures.store.js';
import { officePolicy } from '../domain/office.policy.js';
import { PreviewClosureResult } from './closure-preview.model.js';

@Resolver()
export class ClosurePreviewResolver {
  constructor(
    private readonly closures: Closures,
    private readonly store: ClosuresStore,
    private readonly clock: Clock,
  ) {}

  @Can(officePolicy.previewClosure)
  @Query(() => PreviewClosureResult, {
    name: 'previewClosure',
    description:
      'Nếu phong tỏa một xã thì kẹt lại những gì; không ghi gì. / What would be stuck if a commune were closed; writes nothing.',
  })
  async previewClosure(
    @Args('communeId', { type: () => ID, description: 'Xã nào. / The commune.' })
    communeId: string,
    @Args('from', { type: () => InstantScalar, description: 'Từ lúc. / From.' }) from: Date,
    @Args('to', {
      type: () => InstantScalar,
      nullable: true,
      description: 'Đến lúc; trống là chưa định. / Until; null while nobody said.',
    })
    to?: Date | null,
  ): Promise<ClosureEffects | Refusal> {
    const planned = await this.closures.planned({ communeId, from, to: to ?? null });
    return isRefusal(planned) ? planned : this.store.effects(planned, this.clock.now());
  }
}
