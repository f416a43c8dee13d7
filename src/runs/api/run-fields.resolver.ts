import { Context, Float, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { PartyModel } from '../../accounts/index.js';
import { Clock } from '../../kernel/clock.js';
import { Permits, PermitModel, PermitNeedModel, type Permit } from '../../permits/index.js';
import { PlaceModel, Places, type Place } from '../../places/index.js';
import type { AskContext } from '../../platform/graphql/ask-context.js';
import { GramsScalar } from '../../platform/graphql/scalars.js';
import type { Run, Vehicle } from '../data/run.rows.js';
import { loadOf } from '../data/trip-of.js';
import { RunDriverModel, RunModel, RunStopModel, VehicleModel } from './run.model.js';
import { RunLoaders } from './run.loaders.js';
import { driverOf, partyOf, stopsOf, type ShownStop } from './shown.js';

@Resolver(() => RunModel)
export class RunFieldsResolver {
  constructor(
    private readonly loaders: RunLoaders,
    private readonly permits: Permits,
    private readonly places: Places,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => VehicleModel, { description: 'Xe. / The vehicle.' })
  vehicle(@Parent() run: Run): Vehicle {
    return run.vehicle;
  }

  @ResolveField(() => RunDriverModel, { description: 'Lái xe. / Who drives.' })
  driver(@Parent() run: Run, @Context() { actor }: AskContext): RunDriverModel {
    return driverOf(run, actor, this.clock.now());
  }

  @ResolveField(() => PartyModel, { description: 'Bên thuê xe. / Who asked for it.' })
  requester(@Parent() run: Run, @Context() { actor }: AskContext): PartyModel {
    return partyOf(run.requester, run, actor, this.clock.now());
  }

  @ResolveField(() => PartyModel, { description: 'Nhà xe. / The transporter.' })
  transporter(@Parent() run: Run, @Context() { actor }: AskContext): PartyModel {
    return partyOf(run.vehicle.transporter, run, actor, this.clock.now());
  }

  @ResolveField(() => PlaceModel, { nullable: true, description: 'Nơi giao. / Destination.' })
  async destination(@Parent() run: Run): Promise<Place | null> {
    return (await this.places.place(run.destinationId)) ?? null;
  }

  @ResolveField(() => GramsScalar, {
    description: 'Tổng hàng; điểm bỏ hoặc hỏng không tính. / Load, without stops that fell away.',
  })
  loadGrams(@Parent() run: Run): number {
    return loadOf(run);
  }

  @ResolveField(() => Float, { description: 'Số km dự tính. / Estimated kilometres.' })
  km(@Parent() run: Run): number {
    return run.metres / 1000;
  }

  @ResolveField(() => [RunStopModel], {
    description: 'Các điểm theo thứ tự, nơi giao cuối cùng. / In driving order, the drop last.',
  })
  stops(@Parent() run: Run, @Context() { actor }: AskContext): ShownStop[] {
    return stopsOf(run, actor, this.clock.now());
  }

  @ResolveField(() => PermitModel, {
    nullable: true,
    description: 'Giấy mới nhất của chuyến. / The newest permit of the run.',
  })
  async permit(@Parent() run: Run, @Context() context: AskContext): Promise<Permit | null> {
    const permit = await this.loaders.permitOfRun.load(context, run.id);
    return permit && this.permits.isVisibleTo(context.actor, permit) ? permit : null;
  }

  @ResolveField(() => PermitNeedModel, {
    nullable: true,
    description:
      'Có cần giấy không, còn thiếu gì; null khi chuyến đã xong. / What the rules ask; null once the run is over.',
  })
  async permitNeed(
    @Parent() run: Run,
    @Context() context: AskContext,
  ): Promise<PermitNeedModel | null> {
    const isOver = run.state === 'DELIVERED' || run.state === 'CLOSED' || run.state === 'CANCELLED';
    if (isOver) return null;
    return this.permits.said(await this.loaders.need(context, run), context.actor);
  }
}

@Resolver(() => VehicleModel)
export class VehicleFieldsResolver {
  @ResolveField(() => GramsScalar, { description: 'Tải trọng. / Payload.' })
  payloadGrams(@Parent() vehicle: Vehicle): number {
    return vehicle.payloadG;
  }

  @ResolveField(() => PartyModel, { description: 'Nhà xe. / The transporter.' })
  transporter(@Parent() { transporter }: Vehicle): PartyModel {
    const { id, kind, name } = transporter;
    return { id, kind, name, phone: null, lat: null, lon: null };
  }
}
