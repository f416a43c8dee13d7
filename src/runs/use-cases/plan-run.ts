import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../kernel/clock.js';
import { dayOf } from '../../kernel/day.js';
import { isId } from '../../kernel/id.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { Orders, type Order } from '../../orders/index.js';
import { Places, type Place } from '../../places/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal, type Tx } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { Weighing } from '../../weighing/index.js';
import { PlanningStore, type NewRun, type WaitingPickup } from '../data/planning.store.js';
import { crewed } from '../domain/crewed.js';
import type { PlannedRoute, UnassignedReason } from '../domain/haul.js';
import { haulOf } from '../domain/haul-of-deals.js';
import { planRun } from '../domain/plan-run.js';
import { runNumber } from '../domain/run-number.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** A vehicle and a driver will fetch these households' fruit. */
    'run.planned': { runId: string };
    /** Whoever asked for the run called it off. */
    'run.cancelled': { runId: string };
  }
}

export interface PlanRunWish {
  readonly clientMutationId: string;
  readonly orderId: string;
  readonly startsAt: Date;
}

export interface RunPlan {
  readonly runIds: readonly string[];
  readonly unassigned: readonly { readonly dealId: string; readonly reason: UnassignedReason }[];
}

type PlanRefusal =
  | 'ORDER_NOT_FOUND'
  | 'RUN_ORDER_NOT_READY'
  | 'RUN_NO_DESTINATION'
  | 'RUN_NOTHING_LEFT'
  | 'RUN_TIME_WRONG'
  | 'RUN_PLAN_OVERTAKEN';

const HOUR_MS = 3_600_000;
const LATEST_MS = 30 * 24 * HOUR_MS;

/** Sends idle vehicles for the households of an order, as few kilometres as can be. */
@Injectable()
export class PlanRun {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly orders: Orders,
    private readonly places: Places,
    private readonly weighing: Weighing,
    private readonly planning: PlanningStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  run(
    actor: Actor,
    { clientMutationId, orderId, startsAt }: PlanRunWish,
  ): Promise<RunPlan | Refusal<PlanRefusal | ActRefusal>> {
    const request = { orderId, startsAt };
    const act = { actor, operation: 'planRun', key: clientMutationId, request };
    return this.uow.once<RunPlan | Refusal<PlanRefusal>>(act, async (tx) => {
      const order = isId(orderId) ? await this.orders.findOrder(orderId) : undefined;
      if (!order || (actor.role === 'TRADER' && order.buyerId !== actor.partyId)) {
        return refuse('ORDER_NOT_FOUND');
      }
      await this.planning.standInLine(tx);
      const coopId = actor.role === 'COOP_CLERK' ? actor.partyId : null;
      const deals = await this.planning.waiting(tx, orderId, coopId);
      // A clerk whose members have no part in the order learns nothing of it.
      if (coopId !== null && deals.length === 0) return refuse('ORDER_NOT_FOUND');
      const ready = await this.readyToPlan(order, deals, startsAt);
      if (isRefusal(ready)) return ready;
      return this.plan(tx, actor, order, { deals, destination: ready, startsAt });
    });
  }

  private async readyToPlan(
    { state, destinationId }: Order,
    deals: readonly WaitingPickup[],
    startsAt: Date,
  ): Promise<Place | Refusal<PlanRefusal>> {
    if (state !== 'COMMITTED' && state !== 'IN_PICKUP') {
      return refuse('RUN_ORDER_NOT_READY', { state });
    }
    const destination = destinationId && (await this.places.place(destinationId));
    if (!destination) return refuse('RUN_NO_DESTINATION');
    const ahead = startsAt.getTime() - this.clock.now().getTime();
    if (ahead < -HOUR_MS || ahead > LATEST_MS) return refuse('RUN_TIME_WRONG', {}, 'startsAt');
    return deals.length === 0 ? refuse('RUN_NOTHING_LEFT') : destination;
  }

  private async plan(
    tx: Tx,
    actor: Actor,
    order: Order,
    {
      deals,
      destination,
      startsAt,
    }: { deals: readonly WaitingPickup[]; destination: Place; startsAt: Date },
  ): Promise<RunPlan | Refusal<PlanRefusal>> {
    const idle = await this.planning.idleVehicles(tx, startsAt, dayOf(startsAt));
    const crews = crewed(idle);
    const vehicles = crews.map(({ vehicle }) => vehicle);
    const { routes, unassigned } = planRun(haulOf(deals, vehicles, destination, startsAt));

    const now = this.clock.now();
    const serials = await this.planning.serials(tx, routes.length);
    const runs = routes.map((route, index): NewRun => {
      const crew = crews.find(({ vehicle }) => vehicle.id === route.vehicleId);
      if (!crew) throw new Error(`planned a vehicle that was not offered: ${route.vehicleId}`);
      return {
        id: uuid(),
        number: runNumber(dayOf(startsAt), serials[index] ?? 0),
        orderId: order.id,
        requesterId: actor.partyId ?? '',
        transporterId: crew.vehicle.transporterId,
        vehicleId: route.vehicleId,
        driverId: crew.driverId,
        destinationId: destination.id,
        startsAt: route.startsAt,
        endsAt: route.arrivesAt,
        loadG: route.load,
        metres: route.metres,
        costVnd: route.costVnd,
        createdBy: actor.personId,
        createdAt: now,
        stops: stopsOf(route, deals, destination),
      };
    });
    const added = await this.planning.add(tx, runs);
    if (isRefusal(added)) return added;

    for (const { id, driverId, stops } of runs) {
      for (const { dealId } of stops) {
        if (dealId !== null) await this.weighing.allowWeigher(tx, dealId, driverId);
      }
      await this.outbox.publish(tx, 'run.planned', { runId: id });
    }
    return {
      runIds: runs.map(({ id }) => id),
      unassigned: unassigned.map(({ pickupId, reason }) => ({ dealId: pickupId, reason })),
    };
  }
}

/** The pickups in the order they are driven to, the drop last. */
function stopsOf(
  route: PlannedRoute,
  deals: readonly WaitingPickup[],
  { lat, lon }: Place,
): NewRun['stops'] {
  const pickups = route.stops.map(({ pickupId, arrivesAt }, index) => {
    const deal = deals.find(({ id }) => id === pickupId);
    if (!deal) throw new Error(`planned a deal that does not wait: ${pickupId}`);
    return {
      id: uuid(),
      seq: index + 1,
      kind: 'PICKUP' as const,
      dealId: deal.id,
      householdId: deal.householdId,
      lat: deal.lat,
      lon: deal.lon,
      grams: deal.grams,
      plannedAt: arrivesAt,
    };
  });
  const drop = {
    id: uuid(),
    seq: pickups.length + 1,
    kind: 'DROP' as const,
    dealId: null,
    householdId: null,
    lat,
    lon,
    grams: route.load,
    plannedAt: route.arrivesAt,
  };
  return [...pickups, drop];
}
