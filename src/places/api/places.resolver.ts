import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Clock } from '../../kernel/clock.js';
import { dayOf, type Day } from '../../kernel/day.js';
import { Can } from '../../platform/access/can.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import type { AdminUnit } from '../domain/units.js';
import { placePolicy } from '../domain/place.policy.js';
import { Places, type Place } from '../places.js';
import { AdminUnitModel, PlaceKind, PlaceModel } from './place.model.js';

@Resolver()
export class PlacesResolver {
  constructor(
    private readonly places: Places,
    private readonly clock: Clock,
  ) {}

  @Can(placePolicy.read)
  @Query(() => [AdminUnitModel], {
    name: 'adminUnits',
    description:
      'Đơn vị hành chính có hiệu lực trong một ngày. / Administrative units in force on a day.',
  })
  adminUnits(
    @Args('asOf', {
      type: () => DayScalar,
      nullable: true,
      description: 'Ngày; mặc định hôm nay. / Day; today by default.',
    })
    asOf: Day | null,
    @Args('parentId', {
      type: () => ID,
      nullable: true,
      description: 'Chỉ đơn vị con của mã này. / Only children of this unit.',
    })
    parentId: string | null,
  ): Promise<AdminUnit[]> {
    return this.places.unitsOn(asOf ?? dayOf(this.clock.now()), parentId ?? undefined);
  }

  @Can(placePolicy.read)
  @Query(() => [PlaceModel], {
    name: 'places',
    description: 'Chợ, điểm cân, cửa khẩu, chốt. / Markets, weighing points, gates, checkpoints.',
  })
  placesOfKind(
    @Args('kind', { type: () => PlaceKind, description: 'Loại địa điểm. / Kind of place.' })
    kind: PlaceKind,
  ): Promise<Place[]> {
    return this.places.ofKind(kind);
  }
}
