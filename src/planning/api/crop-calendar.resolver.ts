import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Catalog, CropModel, type Crop } from '../../catalog/index.js';
import { Clock } from '../../kernel/clock.js';
import { dayOf, type Day } from '../../kernel/day.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { CropCalendar } from '../crop-calendar.js';
import { planPolicy } from '../domain/plan.policy.js';
import { SetCropWindow } from '../use-cases/set-crop-window.js';
import { CropCalendarModel, CropWindowInput, CropWindowModel } from './crop-window.model.js';

const SetResult = orRefused('SetCropWindowResult', CropCalendarModel, 'Đã đặt khung mùa vụ.');

@Resolver(() => CropWindowModel)
export class CropCalendarResolver {
  constructor(
    private readonly calendar: CropCalendar,
    private readonly setting: SetCropWindow,
    private readonly catalog: Catalog,
    private readonly clock: Clock,
  ) {}

  @Can(planPolicy.readCalendar)
  @Query(() => CropCalendarModel, {
    name: 'cropCalendar',
    description: 'Lịch mùa vụ, theo ngày hỏi. / The crop calendar, as of a day.',
  })
  cropCalendar(
    @Args('asOf', {
      type: () => DayScalar,
      nullable: true,
      description: 'Theo ngày; bỏ trống là hôm nay. / As of; today by default.',
    })
    asOf: Day | null,
  ): Promise<CropCalendarModel> {
    return this.asOf(asOf ?? dayOf(this.clock.now()));
  }

  @Can(planPolicy.setCalendar)
  @Mutation(() => SetResult, {
    name: 'setCropWindow',
    description:
      'Đặt khung mùa vụ từ một ngày; trước ngày ấy giữ nguyên. / Sets a window from a day on.',
  })
  async setCropWindow(
    @Asker() actor: Actor,
    @Args('input', { description: 'Khung mùa vụ. / The window.' }) input: CropWindowInput,
  ): Promise<CropCalendarModel | Refusal> {
    const set = await this.setting.run(actor, input);
    return isRefusal(set) ? set : this.asOf(input.validFrom);
  }

  @ResolveField(() => CropModel, { description: 'Cây. / The crop.' })
  crop(@Parent() window: CropWindowModel): Promise<Crop | undefined> {
    return this.catalog.crop(window.cropCode);
  }

  private async asOf(on: Day): Promise<CropCalendarModel> {
    const [windows, coming] = await Promise.all([this.calendar.on(on), this.calendar.after(on)]);
    return { asOf: on, windows, coming };
  }
}
