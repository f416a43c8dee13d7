import { basisPoints, grams, kilograms, vnd } from '../../kernel/units.js';
import type { LatLon } from '../../kernel/roads.js';
import type { Haul, HaulPlan, Pickup, Vehicle } from './haul.js';
import { planRun } from './plan-run.js';

const FIVE = Date.parse('2021-08-21T05:00:00+07:00');
const minute = (n: number): Date => new Date(FIVE + n * 60_000);
const metresFlat = (from: LatLon, to: LatLon): number =>
  Math.round(Math.hypot((from.lat - to.lat) * 111_000, (from.lon - to.lon) * 104_000) * 1.35);

const dice = (seed: number) => {
  let state = seed * 7919 + 1;
  return (below: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
};

/** A made-up morning; the same for the same seed. */
function morning(seed: number, stops: number, trucks: number): Haul {
  const roll = dice(seed);
  const place = (): LatLon => ({ lat: 21.2 + roll(200) / 1000, lon: 106.3 + roll(350) / 1000 });
  const depot = place();
  const pickups = Array.from({ length: stops }, (_, i): Pickup => {
    const from = roll(150);
    const lane = roll(6) === 0 ? { mostPayload: kilograms(1_250) } : {};
    const zone = roll(4) === 0 ? { zone: 'A' } : {};
    return {
      id: `p${String(i).padStart(3, '0')}`,
      ...place(),
      grams: grams(60_000 + roll(190) * 1_000),
      crates: 3 + roll(8),
      from: minute(from),
      to: minute(from + 60 + roll(120)),
      serviceMinutes: 8 + roll(10),
      ...lane,
      ...zone,
    };
  });
  const sizes = [
    { payload: kilograms(800), crates: 30, baseVnd: vnd(120_000), vndPerKm: vnd(8_000) },
    { payload: kilograms(1_250), crates: 45, baseVnd: vnd(200_000), vndPerKm: vnd(11_000) },
    { payload: kilograms(2_500), crates: 90, baseVnd: vnd(300_000), vndPerKm: vnd(14_000) },
  ];
  const vehicles = Array.from({ length: trucks }, (_, i): Vehicle => {
    const barred = roll(5) === 0 ? { barredZones: ['A'] } : {};
    return {
      id: `v${String(i).padStart(2, '0')}`,
      ...sizes[roll(3)]!,
      usableShare: basisPoints(8_000),
      kmPerHour: 25 + roll(2) * 10,
      shiftFrom: minute(-60),
      shiftTo: minute(360),
      ...(roll(4) === 0 ? {} : { start: depot }),
      ...barred,
    };
  });
  return { pickups, vehicles, drop: { ...depot, to: minute(340) }, roadMetres: metresFlat };
}

const mayCome = (vehicle: Vehicle, pickup: Pickup): boolean =>
  vehicle.payload <= (pickup.mostPayload ?? Infinity) &&
  !(vehicle.barredZones ?? []).includes(pickup.zone ?? '');

interface Driven {
  readonly metres: number;
  readonly endsAt: number;
  readonly costVnd: number;
}

/** Drives a sequence from the input alone; undefined when the truck is overloaded, barred or late. */
function drive(haul: Haul, vehicle: Vehicle, sequence: readonly Pickup[]): Driven | undefined {
  const usable = (vehicle.payload * vehicle.usableShare) / 10_000;
  const secondsFor = (metres: number): number => Math.ceil((metres * 3.6) / vehicle.kmPerHour);
  let here: LatLon | undefined = vehicle.start;
  let now = vehicle.shiftFrom.getTime() / 1000;
  let [load, crates, metres] = [0, 0, 0];
  for (const pickup of sequence) {
    const leg = here === undefined ? 0 : haul.roadMetres(here, pickup);
    metres += leg;
    load += pickup.grams;
    crates += pickup.crates;
    now += secondsFor(leg);
    if (load > usable || crates > vehicle.crates || !mayCome(vehicle, pickup)) return undefined;
    if (now > pickup.to.getTime() / 1000) return undefined;
    now = Math.max(now, pickup.from.getTime() / 1000) + pickup.serviceMinutes * 60;
    here = pickup;
  }
  const home = here === undefined ? 0 : haul.roadMetres(here, haul.drop);
  metres += home;
  now += secondsFor(home);
  const latest = Math.min(haul.drop.to.getTime(), vehicle.shiftTo.getTime()) / 1000;
  if (now > latest) return undefined;
  return { metres, endsAt: now, costVnd: vehicle.baseVnd + (metres * vehicle.vndPerKm) / 1000 };
}

/** One number to compare plans by: a household left behind outweighs all money. */
const LEFT = 1e9;
const leftCost = (haul: Haul, left: readonly Pickup[]): number => {
  const all = haul.pickups.reduce((sum, pickup) => sum + pickup.grams, 1);
  return left.reduce((sum, pickup) => sum + LEFT * (1 + pickup.grams / all), 0);
};

const costOf = (haul: Haul, plan: HaulPlan): number =>
  plan.costVnd +
  leftCost(
    haul,
    haul.pickups.filter((pickup) => plan.unassigned.some((one) => one.pickupId === pickup.id)),
  );

/** Always on to the nearest pickup that still fits; the largest truck first. */
function nearestNeighbour(haul: Haul): number {
  const left = new Set(haul.pickups);
  let cost = 0;
  for (const vehicle of haul.vehicles.toSorted((a, b) => b.payload - a.payload)) {
    const sequence: Pickup[] = [];
    for (;;) {
      const here = sequence.at(-1) ?? vehicle.start ?? haul.drop;
      const next = [...left]
        .filter((pickup) => drive(haul, vehicle, [...sequence, pickup]) !== undefined)
        .toSorted((a, b) => haul.roadMetres(here, a) - haul.roadMetres(here, b))[0];
      if (next === undefined) break;
      sequence.push(next);
      left.delete(next);
    }
    if (sequence.length > 0) cost += drive(haul, vehicle, sequence)!.costVnd;
  }
  return cost + leftCost(haul, [...left]);
}

/** The best there is: every order of every set for every vehicle, then every division of the sets. */
function bruteForce(haul: Haul): number {
  const { pickups } = haul;
  const all = (1 << pickups.length) - 1;
  let cheapest: readonly number[] = Array.from({ length: all + 1 }, (_, set) =>
    set === 0 ? 0 : Infinity,
  );
  for (const vehicle of haul.vehicles) {
    const own = cheapestPerSet(haul, vehicle, all);
    const before = cheapest;
    cheapest = before.map((without, served) => {
      let least = without;
      for (let mine = served; mine > 0; mine = (mine - 1) & served) {
        least = Math.min(least, own[mine]! + before[served ^ mine]!);
      }
      return least;
    });
  }
  const total = (cost: number, served: number): number =>
    cost +
    leftCost(
      haul,
      pickups.filter((_pickup, i) => ((served >> i) & 1) === 0),
    );
  return Math.min(...cheapest.map(total));
}

function cheapestPerSet(haul: Haul, vehicle: Vehicle, all: number): readonly number[] {
  const cheapest = Array.from({ length: all + 1 }, () => Infinity);
  const visit = (set: number, sequence: readonly Pickup[]): void => {
    haul.pickups.forEach((pickup, i) => {
      const longer = [...sequence, pickup];
      const driven = (set >> i) & 1 ? undefined : drive(haul, vehicle, longer);
      if (driven === undefined) return;
      const wider = set | (1 << i);
      cheapest[wider] = Math.min(cheapest[wider]!, driven.costVnd);
      visit(wider, longer);
    });
  };
  visit(0, []);
  return cheapest;
}

const seeds = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i + 1);

describe('a plan checked by driving it', () => {
  it('PU-02 is never overloaded, late or where it may not go, and its times and sums are true', () => {
    for (const seed of seeds(20)) {
      const haul = morning(seed, 10 + seed, 3 + (seed % 5));
      const plan = planRun(haul, { iterations: 300, seed });
      const byId = new Map(haul.pickups.map((pickup) => [pickup.id, pickup]));
      for (const route of plan.routes) {
        const vehicle = haul.vehicles.find((one) => one.id === route.vehicleId)!;
        const sequence = route.stops.map((stop) => byId.get(stop.pickupId)!);
        const driven = drive(haul, vehicle, sequence);
        expect(driven).toMatchObject({ metres: route.metres });
        expect(route.costVnd).toBe(Math.round(driven!.costVnd));
        expect(route.arrivesAt.getTime() / 1000).toBe(driven!.endsAt);
        expect(route.load).toBe(sequence.reduce((sum, one) => sum + one.grams, 0));
        expect(route.stops.at(-1)).toMatchObject({
          gramsAboard: route.load,
          cratesAboard: route.crates,
        });
        const isTimely = route.stops.every((stop, i) => {
          const { from, to, serviceMinutes } = sequence[i]!;
          const loads = stop.loadsAt.getTime();
          const isServed = stop.leavesAt.getTime() - loads === serviceMinutes * 60_000;
          return loads >= from.getTime() && loads <= to.getTime() && isServed;
        });
        expect(isTimely).toBe(true);
      }
    }
  });

  it('PU-01 has every pickup on exactly one truck or among the unassigned, and no truck twice', () => {
    for (const seed of seeds(20)) {
      const haul = morning(seed, 20, 4);
      const plan = planRun(haul, { iterations: 200, seed });
      const named = [
        ...plan.routes.flatMap((route) => route.stops.map((stop) => stop.pickupId)),
        ...plan.unassigned.map((one) => one.pickupId),
      ];
      expect(named.toSorted()).toEqual(haul.pickups.map((pickup) => pickup.id));
      const driving = plan.routes.map((route) => route.vehicleId);
      expect(new Set(driving).size).toBe(driving.length);
    }
  });

  it('PU-05 the same seed and iterations give the same plan', () => {
    const haul = morning(5, 40, 8);
    const budget = { iterations: 400, seed: 42 };
    expect(planRun(haul, budget)).toEqual(planRun(haul, budget));
  });
});

describe('a plan against other ways of planning', () => {
  it('PU-01 is the best there is for up to eight stops', () => {
    for (const seed of seeds(40)) {
      const haul = morning(seed, 3 + (seed % 6), 1 + (seed % 3));
      const plan = planRun(haul);
      expect(Math.abs(costOf(haul, plan) - bruteForce(haul))).toBeLessThanOrEqual(2);
    }
  });

  it('PU-01 never costs more than going on to the nearest, and nearly always less', () => {
    let better = 0;
    for (const seed of seeds(40)) {
      const haul = morning(seed, 15 + seed, 4 + (seed % 6));
      const cost = costOf(haul, planRun(haul, { iterations: 300, seed: 1 }));
      const nearest = nearestNeighbour(haul);
      expect(cost).toBeLessThanOrEqual(nearest + 2);
      if (cost < nearest - 2) better++;
    }
    expect(better).toBeGreaterThanOrEqual(38);
  });

  it('PU-01 never costs more because one more truck is there', () => {
    for (const seed of seeds(8)) {
      const haul = morning(seed, 6, 3);
      const fewer = { ...haul, vehicles: haul.vehicles.slice(1) };
      expect(costOf(haul, planRun(haul))).toBeLessThanOrEqual(costOf(haul, planRun(fewer)) + 2);
    }
  });
});
