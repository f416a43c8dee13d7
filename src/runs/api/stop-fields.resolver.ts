import { Context, Float, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { PartyModel } from '../../accounts/index.js';
import { Clock } from '../../kernel/clock.js';
import { DealModel, type Deal } from '../../orders/index.js';
import type { AskContext } from '../../platform/graphql/ask-context.js';
import { WeighTicketModel, type WeighTicket } from '../../weighing/index.js';
import { RunDriverModel, RunStopModel } from './run.model.js';
import { RunLoaders } from './run.loaders.js';
import { driverOf, shownStop, type ShownStop } from './shown.js';

@Resolver(() => RunStopModel)
export class StopFieldsResolver {
  constructor(
    private readonly loaders: RunLoaders,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => DealModel, {
    nullable: true,
    description:
      'Thỏa thuận được lấy; cùng điều kiện với hộ. / The deal that is fetched; as the household.',
  })
  async deal(
    @Parent() { dealId, isNamed }: ShownStop,
    @Context() context: AskContext,
  ): Promise<Deal | null> {
    if (dealId === null || !isNamed) return null;
    return (await this.loaders.deal.load(context, dealId)) ?? null;
  }

  @ResolveField(() => PartyModel, {
    nullable: true,
    description:
      'Hộ ở điểm này; lái xe thấy từ 24 giờ trước đến 48 giờ sau chuyến. / The household; a driver sees it from 24 h before to 48 h after the run.',
  })
  household(@Parent() { household }: ShownStop): PartyModel | null {
    return household;
  }

  @ResolveField(() => Float, { nullable: true, description: 'Vĩ độ; như số của hộ. / Latitude.' })
  lat(@Parent() { lat }: ShownStop): number | null {
    return lat;
  }

  @ResolveField(() => Float, { nullable: true, description: 'Kinh độ. / Longitude.' })
  lon(@Parent() { lon }: ShownStop): number | null {
    return lon;
  }

  @ResolveField(() => WeighTicketModel, {
    nullable: true,
    description: 'Phiếu cân ở điểm này. / Its weigh ticket, once it is on the scale.',
  })
  async ticket(
    @Parent() { dealId, isNamed }: ShownStop,
    @Context() context: AskContext,
  ): Promise<WeighTicket | null> {
    if (dealId === null || !isNamed) return null;
    return (await this.loaders.ticketOfDeal.load(context, dealId)) ?? null;
  }

  @ResolveField(() => String, { description: 'Số chuyến. / Number of the run.' })
  runNumber(@Parent() { run }: ShownStop): string {
    return run.number;
  }

  @ResolveField(() => String, { description: 'Biển số xe đến. / Plate of the vehicle.' })
  plate(@Parent() { run }: ShownStop): string {
    return run.vehicle.plate;
  }

  @ResolveField(() => RunDriverModel, { description: 'Lái xe. / Who drives.' })
  driver(@Parent() { run }: ShownStop, @Context() { actor }: AskContext): RunDriverModel {
    return driverOf(run, actor, this.clock.now());
  }
}

/** A deal shows when it is fetched; whoever may see the one may see the other. */
@Resolver(() => DealModel)
export class DealStopResolver {
  constructor(
    private readonly loaders: RunLoaders,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => RunStopModel, {
    nullable: true,
    description: 'Xe nào đến lấy, lúc nào. / Which vehicle fetches it, and when.',
  })
  async runStop(@Parent() { id }: Deal, @Context() context: AskContext): Promise<ShownStop | null> {
    const run = await this.loaders.runOfDeal.load(context, id);
    const stop = run?.stops.find(({ dealId }) => dealId === id);
    return run && stop ? shownStop(run, stop, context.actor, this.clock.now()) : null;
  }
}
