import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { isId } from '../../kernel/id.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { actOf } from '../../platform/database/unit-of-work.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import { PageArgs, type Page } from '../../platform/graphql/page.js';
import { StandingStore } from '../data/standing.store.js';
import { standingPolicy } from '../domain/standing.policy.js';
import { ChangeStandingOrder } from '../use-cases/change-standing-order.js';
import { CreateStandingOrder } from '../use-cases/create-standing-order.js';
import { PauseStandingOrder } from '../use-cases/pause-standing-order.js';
import { SkipOccurrence } from '../use-cases/skip-occurrence.js';
import { StandingViews } from './standing-views.js';
import {
  ChangeStandingOrderInput,
  ChangeStandingOrderResult,
  CreateStandingOrderInput,
  CreateStandingOrderResult,
  KeepOccurrenceResult,
  OccurrenceActInput,
  PauseStandingOrderResult,
  ResumeStandingOrderResult,
  SkipOccurrenceResult,
  StandingOrderActInput,
  StandingOrderConnection,
  StandingOrderModel,
} from './standing.model.js';

type Shown = Promise<StandingOrderModel | Refusal>;

@Resolver()
export class StandingResolver {
  constructor(
    private readonly store: StandingStore,
    private readonly creating: CreateStandingOrder,
    private readonly changing: ChangeStandingOrder,
    private readonly pausing: PauseStandingOrder,
    private readonly skipping: SkipOccurrence,
    private readonly views: StandingViews,
  ) {}

  @Can(standingPolicy.read)
  @Query(() => StandingOrderConnection, {
    name: 'myStandingOrders',
    description: 'Đơn định kỳ của bên mình, mới trước. / Own standing orders, newest first.',
  })
  async myStandingOrders(
    @Asker() actor: Actor,
    @Args() page: PageArgs,
  ): Promise<Page<StandingOrderModel>> {
    const { nodes, pageInfo } = await this.store.page(actor, page);
    return { nodes: await Promise.all(nodes.map((one) => this.views.of(one))), pageInfo };
  }

  @Can(standingPolicy.read)
  @Query(() => StandingOrderModel, {
    name: 'standingOrder',
    nullable: true,
    description:
      'Một đơn định kỳ; null khi không có hoặc không phải của mình. / One standing order; null when there is none or it is not yours.',
  })
  async standingOrder(
    @Asker() actor: Actor,
    @Args('id', { type: () => ID, description: 'Mã. / Id.' }) id: string,
  ): Promise<StandingOrderModel | null> {
    const standing = isId(id) ? await this.store.find(actor, id) : undefined;
    return standing ? this.views.of(standing) : null;
  }

  @Can(standingPolicy.create)
  @Mutation(() => CreateStandingOrderResult, {
    name: 'createStandingOrder',
    description:
      'Cho một đơn cũ lặp lại theo ngày trong tuần. / Makes an order come round on days of the week.',
  })
  async createStandingOrder(
    @Asker() actor: Actor,
    @Args('input', { description: 'Đơn mẫu, ngày, kg và giá. / Order, weekdays, lines.' })
    input: CreateStandingOrderInput,
  ): Shown {
    const act = actOf(actor, 'createStandingOrder', input);
    return this.shown(actor, await this.creating.run(act, input));
  }

  @Can(standingPolicy.keep)
  @Mutation(() => ChangeStandingOrderResult, {
    name: 'changeStandingOrder',
    description:
      'Sửa kg, giá, ngày: chỉ lần này hay từ lần sau. / Changes lines or calendar: this time alone or from the next on.',
  })
  async changeStandingOrder(
    @Asker() actor: Actor,
    @Args('input', { description: 'Điều sửa và cho lần nào. / What, and for which times.' })
    input: ChangeStandingOrderInput,
  ): Shown {
    const { weekdays = null, leadHours = null, applies = null, day = null } = input;
    const { standingOrderId, expectedVersion, lines } = input;
    const wish = { standingOrderId, expectedVersion, weekdays, leadHours, lines, applies, day };
    const act = actOf(actor, 'changeStandingOrder', input);
    return this.shown(actor, await this.changing.run(act, wish));
  }

  @Can(standingPolicy.keep)
  @Mutation(() => PauseStandingOrderResult, {
    name: 'pauseStandingOrder',
    description:
      'Tạm dừng: không mở đơn mới, đơn đang gom vẫn chạy. / Opens nothing new; what gathers goes on.',
  })
  async pauseStandingOrder(
    @Asker() actor: Actor,
    @Args('input', { description: 'Đơn định kỳ. / The standing order.' })
    input: StandingOrderActInput,
  ): Shown {
    const act = actOf(actor, 'pauseStandingOrder', input);
    return this.shown(actor, await this.pausing.run(act, input.standingOrderId, 'PAUSED'));
  }

  @Can(standingPolicy.keep)
  @Mutation(() => ResumeStandingOrderResult, {
    name: 'resumeStandingOrder',
    description:
      'Chạy tiếp; lần đã qua không mở bù. / Goes on; what was missed is not made up for.',
  })
  async resumeStandingOrder(
    @Asker() actor: Actor,
    @Args('input', { description: 'Đơn định kỳ. / The standing order.' })
    input: StandingOrderActInput,
  ): Shown {
    const act = actOf(actor, 'resumeStandingOrder', input);
    return this.shown(actor, await this.pausing.run(act, input.standingOrderId, 'ACTIVE'));
  }

  @Can(standingPolicy.keep)
  @Mutation(() => SkipOccurrenceResult, {
    name: 'skipOccurrence',
    description: 'Bỏ một lần sắp tới. / Leaves out one time that is still to come.',
  })
  async skipOccurrence(
    @Asker() actor: Actor,
    @Args('input', { description: 'Đơn định kỳ và ngày. / Standing order and day.' })
    input: OccurrenceActInput,
  ): Shown {
    const act = actOf(actor, 'skipOccurrence', input);
    return this.shown(actor, await this.skipping.run(act, input, 'SKIPPED'));
  }

  @Can(standingPolicy.keep)
  @Mutation(() => KeepOccurrenceResult, {
    name: 'keepOccurrence',
    description: 'Lấy lại một lần đã bỏ. / Takes up again a time that was left out.',
  })
  async keepOccurrence(
    @Asker() actor: Actor,
    @Args('input', { description: 'Đơn định kỳ và ngày. / Standing order and day.' })
    input: OccurrenceActInput,
  ): Shown {
    const act = actOf(actor, 'keepOccurrence', input);
    return this.shown(actor, await this.skipping.run(act, input, 'PLANNED'));
  }

  private async shown(actor: Actor, done: { readonly id: string } | Refusal): Shown {
    if (isRefusal(done)) return done;
    const standing = await this.store.find(actor, done.id);
    return standing ? this.views.of(standing) : refuse('STANDING_ORDER_NOT_FOUND');
  }
}
