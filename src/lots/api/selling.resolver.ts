import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Clock } from '../../kernel/clock.js';
import { dayOf } from '../../kernel/day.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { actOf } from '../../platform/database/unit-of-work.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import { SellingPausesStore } from '../data/selling-pauses.store.js';
import { lotPolicy } from '../domain/lot.policy.js';
import { PauseSelling } from '../use-cases/pause-selling.js';
import { RestrictLot } from '../use-cases/restrict-lot.js';
import { LotViews } from './lot-views.js';
import type { LotModel } from './lot.model.js';
import {
  PauseSellingInput,
  PauseSellingResult,
  RestrictLotInput,
  RestrictLotResult,
  ResumeSellingInput,
  ResumeSellingResult,
  SellingStandingModel,
} from './selling.model.js';

/** Who sees a household's lots, and when. */
@Resolver()
export class SellingResolver {
  constructor(
    private readonly pausing: PauseSelling,
    private readonly restricting: RestrictLot,
    private readonly pauses: SellingPausesStore,
    private readonly views: LotViews,
    private readonly clock: Clock,
  ) {}

  @Can(lotPolicy.readFor)
  @Query(() => SellingStandingModel, {
    name: 'sellingStanding',
    nullable: true,
    description:
      'Hộ đang bán hay nghỉ bán; chỉ cho hộ và người làm thay. / Whether a household sells or rests, for those who speak for it.',
  })
  async sellingStanding(
    @Asker() actor: Actor,
    @Args('householdId', {
      type: () => ID,
      nullable: true,
      description: 'Hộ; bỏ trống là nhà mình. / The household; own by default.',
    })
    householdId: string | null,
  ): Promise<SellingStandingModel | null> {
    const found = await this.pausing.readable(actor, householdId);
    return found ? this.standing(found) : null;
  }

  @Can(lotPolicy.speakFor)
  @Mutation(() => PauseSellingResult, {
    name: 'pauseSelling',
    description:
      'Nghỉ bán từ ngày đến ngày: ẩn mọi lô, không nhận đặt thêm. / Sells nothing on those days: lots are hidden, nothing more is promised.',
  })
  async pauseSelling(
    @Asker() actor: Actor,
    @Args('input', { description: 'Những ngày nghỉ. / The days.' }) input: PauseSellingInput,
  ): Promise<SellingStandingModel | Refusal> {
    const { householdId = null, firstDay, lastDay } = input;
    const act = actOf(actor, 'pauseSelling', input);
    const paused = await this.pausing.run(act, { householdId, firstDay, lastDay });
    return isRefusal(paused) ? paused : this.standing(paused);
  }

  @Can(lotPolicy.speakFor)
  @Mutation(() => ResumeSellingResult, {
    name: 'resumeSelling',
    description: 'Bán lại sau khi nghỉ. / Sells again.',
  })
  async resumeSelling(
    @Asker() actor: Actor,
    @Args('input', { description: 'Hộ. / The household.' }) input: ResumeSellingInput,
  ): Promise<SellingStandingModel | Refusal> {
    const act = actOf(actor, 'resumeSelling', input);
    const resumed = await this.pausing.end(act, { householdId: input.householdId ?? null });
    return isRefusal(resumed) ? resumed : this.standing(resumed);
  }

  @Can(lotPolicy.change)
  @Mutation(() => RestrictLotResult, {
    name: 'restrictLot',
    description:
      'Cho người mua được chọn xem lô trước, sau đó mở cho mọi người. / Shows a lot to chosen buyers first, to everybody later.',
  })
  async restrictLot(
    @Asker() actor: Actor,
    @Args('input', { description: 'Lô, người xem và giờ mở. / The lot, who and until when.' })
    input: RestrictLotInput,
  ): Promise<LotModel | Refusal> {
    const act = actOf(actor, 'restrictLot', input);
    const { lotId, expectedVersion, partyIds, openToAllAt = null } = input;
    const wish = { lotId, expectedVersion, partyIds, openToAllAt };
    const restricted = await this.restricting.run(act, wish);
    return isRefusal(restricted) ? restricted : this.views.one(restricted.lotId, actor);
  }

  private async standing({ householdId }: { householdId: string }): Promise<SellingStandingModel> {
    const now = this.clock.now();
    const [pause] = await this.pauses.standing([householdId], dayOf(now));
    return { householdId, pause: pause ?? null, ...(await this.pauses.reach(householdId, now)) };
  }
}
