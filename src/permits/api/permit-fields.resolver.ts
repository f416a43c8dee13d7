import { Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Catalog, CropModel, type Crop } from '../../catalog/index.js';
import { Clock } from '../../kernel/clock.js';
import { PlaceModel, Places, type Place } from '../../places/index.js';
import type { AskContext } from '../../platform/graphql/ask-context.js';
import { PerRequestLoader } from '../../platform/graphql/per-request-loader.js';
import { GramsScalar, InstantScalar } from '../../platform/graphql/scalars.js';
import type { PermitEntity } from '../data/permit.entities.js';
import { PermitsStore } from '../data/permits.store.js';
import { isReviewer } from '../domain/permit.policy.js';
import { stateAt, type PermitState } from '../domain/permit.state.js';
import { claimEnd } from '../domain/review.js';
import { spoken } from '../domain/short-code.js';
import { saidReasons } from '../said.js';
import { PermitStateEnum } from './permit.enums.js';
import { PermitModel, PermitReasonModel } from './permit.model.js';

@Resolver(() => PermitModel)
export class PermitFieldsResolver {
  readonly #ahead: PerRequestLoader<string, number | undefined>;

  constructor(
    permits: PermitsStore,
    private readonly catalog: Catalog,
    private readonly places: Places,
    private readonly clock: Clock,
  ) {
    this.#ahead = new PerRequestLoader(async (ids) => {
      const ahead = await permits.filesAhead(ids);
      return ids.map((id) => ahead.get(id));
    });
  }

  @ResolveField(() => String, { description: 'Mã ngắn để đọc. / Short code, to be read aloud.' })
  code(@Parent() permit: PermitEntity): string {
    return spoken(permit.code);
  }

  @ResolveField(() => PermitStateEnum)
  state(@Parent() permit: PermitEntity): PermitState {
    return stateAt(permit, this.clock.now());
  }

  @ResolveField(() => CropModel, { description: 'Mặt hàng. / Goods.' })
  async crop(@Parent() permit: PermitEntity): Promise<Crop> {
    const crop = await this.catalog.crop(permit.cropCode);
    if (!crop) throw new Error(`a permit of an unknown crop: ${permit.cropCode}`);
    return crop;
  }

  @ResolveField(() => GramsScalar, { description: 'Số hàng đã khai. / Load as declared.' })
  loadGrams(@Parent() permit: PermitEntity): number {
    return permit.loadG;
  }

  @ResolveField(() => PlaceModel, { nullable: true, description: 'Nơi đến. / Destination.' })
  async destination(@Parent() permit: PermitEntity): Promise<Place | null> {
    return (await this.places.place(permit.destinationId)) ?? null;
  }

  @ResolveField(() => InstantScalar, {
    nullable: true,
    description: 'Lúc cấp. / When it was issued.',
  })
  issuedAt(@Parent() permit: PermitEntity): Date | null {
    return permit.token === null ? null : permit.decidedAt;
  }

  @ResolveField(() => [PermitReasonModel], {
    description: 'Vì sao giấy ở bước này, nặng nhất trước. / Why it stands so, worst first.',
  })
  reasons(@Parent() permit: PermitEntity, @Context() { actor }: AskContext): PermitReasonModel[] {
    return saidReasons(permit.reasons, actor.locale, isReviewer(actor));
  }

  @ResolveField(() => InstantScalar, {
    nullable: true,
    description: 'Có người đang xem đến lúc này. / A reviewer has it in hand until then.',
  })
  claimedUntil(@Parent() { state, claimedAt }: PermitEntity): Date | null {
    if (state !== 'SUBMITTED' && state !== 'NEEDS_INFO') return null;
    const until = claimedAt && claimEnd(claimedAt);
    return until !== null && until > this.clock.now() ? until : null;
  }

  @ResolveField(() => Boolean, { description: 'Chính mình đang xem. / Claimed by the asker.' })
  isClaimedByMe(@Parent() permit: PermitEntity, @Context() { actor }: AskContext): boolean {
    return this.claimedUntil(permit) !== null && permit.claimedBy === actor.personId;
  }

  @ResolveField(() => Int, {
    nullable: true,
    description: 'Còn bao nhiêu hồ sơ chờ trước; null khi không chờ. / Files that wait before it.',
  })
  async filesAhead(
    @Parent() permit: PermitEntity,
    @Context() context: AskContext,
  ): Promise<number | null> {
    return (await this.#ahead.load(context, permit.id)) ?? null;
  }
}
