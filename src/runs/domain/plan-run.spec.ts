import { basisPoints, kilograms, vnd } from '../../kernel/units.js';
import { LUC_NAM_ROADS } from '../../kernel/luc-nam-roads.js';
import { roadMetres } from '../../kernel/roads.js';
import type { Haul, HaulPlan, Pickup, Vehicle } from './haul.js';
import { planRun } from './plan-run.js';

const at = (clock: string): Date => new Date(`2021-08-21T${clock}:00+07:00`);
const depot = { lat: 21.285, lon: 106.425 };

const pickup = (id: string, more: Partial<Pickup> = {}): Pickup => ({
  id,
  lat: 21.272,
  lon: 106.47,
  grams: kilograms(300),
  crates: 12,
  from: at('05:00'),
  to: at('08:00'),
  serviceMinutes: 15,
  ...more,
});

const truck = (id: string, more: Partial<Vehicle> = {}): Vehicle => ({
  id,
  payload: kilograms(1_250),
  usableShare: basisPoints(8_000),
  crates: 60,
  baseVnd: vnd(200_000),
  vndPerKm: vnd(11_000),
  kmPerHour: 30,
  shiftFrom: at('04:00'),
  shiftTo: at('12:00'),
  start: depot,
  ...more,
});

const haul = (
  pickups: readonly Pickup[],
  vehicles: readonly Vehicle[],
  more: Partial<Haul> = {},
): Haul => ({
  pickups,
  vehicles,
  drop: { ...depot, to: at('11:00') },
  roadMetres: (from, to) => roadMetres(from, to, LUC_NAM_ROADS),
  ...more,
});

const reasonsOf = (plan: HaulPlan): Record<string, string> =>
  Object.fromEntries(plan.unassigned.map(({ pickupId, reason }) => [pickupId, reason]));

describe('the plan of a morning', () => {
  it('PU-01 gives one truck its stops in order, with times and what is aboard', () => {
    const near = pickup('near', { lat: 21.28, lon: 106.44 });
    const far = pickup('far', { lat: 21.262, lon: 106.5, from: at('06:00') });
    const [route, ...others] = planRun(haul([near, far], [truck('98C-001.01')])).routes;
    expect(others).toEqual([]);
    expect(route).toMatchObject({ vehicleId: '98C-001.01', load: 600_000, crates: 24 });
    expect(
      route!.stops.map((stop) => [stop.pickupId, stop.gramsAboard, stop.cratesAboard]),
    ).toEqual([
      ['near', 300_000, 12],
      ['far', 600_000, 24],
    ]);
    expect(route!.stops[1]!.loadsAt).toEqual(at('06:00'));
    expect(route!.stops[1]!.leavesAt).toEqual(at('06:15'));
    expect(route!.costVnd).toBe(200_000 + route!.metres * 11);
  });

  it('PU-15 leaves as late as it can: no waiting before the first stop', () => {
    const [route] = planRun(haul([pickup('a', { from: at('07:00') })], [truck('t')])).routes;
    expect(route!.stops[0]).toMatchObject({ arrivesAt: at('07:00'), loadsAt: at('07:00') });
    expect(route!.startsAt.getTime()).toBeLessThan(at('07:00').getTime());
    expect(route!.startsAt.getTime()).toBeGreaterThan(at('06:30').getTime());
  });

  it('PU-01 reckons from the first stop when nobody knows where the truck stands', () => {
    const standing = truck('t');
    const { start: _start, ...unknown } = standing;
    const one = haul([pickup('a')], [unknown]);
    const [route] = planRun(one).routes;
    expect(route!.stops[0]!.metres).toBe(0);
    expect(route!.startsAt).toEqual(at('05:00'));
    expect(route!.metres * 2).toBe(planRun(haul([pickup('a')], [standing])).metres);
  });

  it('PU-02 counts the usable share of the payload, and the crates', () => {
    const heavy = ['a', 'b', 'c', 'd'].map((id) => pickup(id, { crates: 1 }));
    expect(planRun(haul(heavy, [truck('t')])).unassigned).toEqual([
      { pickupId: 'd', reason: 'NO_VEHICLE' },
    ]);
    const bulky = ['a', 'b', 'c'].map((id) => pickup(id, { crates: 25 }));
    expect(planRun(haul(bulky, [truck('t')])).unassigned).toHaveLength(1);
  });

  it('PU-03 says why a pickup is on no truck', () => {
    const plan = planRun(
      haul(
        [
          pickup('too-heavy', { grams: kilograms(1_001) }),
          pickup('too-bulky', { crates: 61 }),
          pickup('closed', { zone: 'CT16' }),
          pickup('narrow-lane', { mostPayload: kilograms(900) }),
          pickup('too-late', { from: at('10:59'), to: at('11:30') }),
          pickup('before-the-shift', { from: at('02:00'), to: at('03:00') }),
          pickup('taken'),
        ],
        [truck('t', { barredZones: ['CT16'] })],
      ),
    );
    expect(reasonsOf(plan)).toEqual({
      'too-heavy': 'TOO_HEAVY',
      'too-bulky': 'TOO_HEAVY',
      closed: 'ZONE',
      'narrow-lane': 'NO_VEHICLE',
      'too-late': 'WINDOW',
      'before-the-shift': 'WINDOW',
    });
    expect(plan.routes[0]!.stops.map((stop) => stop.pickupId)).toEqual(['taken']);
  });

  it('PU-03 says NO_VEHICLE when there is none at all', () => {
    const plan = planRun(haul([pickup('a')], []));
    expect(plan).toEqual({
      routes: [],
      unassigned: [{ pickupId: 'a', reason: 'NO_VEHICLE' }],
      metres: 0,
      costVnd: 0,
    });
  });

  it('PU-04 sends the small truck where the lane bears no other', () => {
    const lane = pickup('lane', { mostPayload: kilograms(1_250), grams: kilograms(800) });
    const road = pickup('road', { grams: kilograms(1_800) });
    const plan = planRun(
      haul([lane, road], [truck('large', { payload: kilograms(5_000) }), truck('small')]),
    );
    expect(plan.routes.map((route) => [route.vehicleId, route.stops[0]!.pickupId])).toEqual([
      ['large', 'road'],
      ['small', 'lane'],
    ]);
  });

  it('PU-01 takes one large truck instead of two small ones when that costs less', () => {
    const pickups = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => pickup(id, { crates: 8 }));
    const large = truck('large', { payload: kilograms(2_500), vndPerKm: vnd(14_000) });
    const plan = planRun(haul(pickups, [truck('small-1'), truck('small-2'), large]));
    expect(plan.routes.map((route) => [route.vehicleId, route.stops.length])).toEqual([
      ['large', 6],
    ]);
  });

  it('PU-05 gives the same plan whatever order pickups and vehicles come in', () => {
    const pickups = Array.from({ length: 12 }, (_, i) =>
      pickup(`p${i}`, { lat: 21.25 + (i % 5) / 100, lon: 106.4 + (i % 7) / 50 }),
    );
    const vehicles = ['v1', 'v2', 'v3', 'v4', 'v5'].map((id) => truck(id));
    const plan = planRun(haul(pickups, vehicles));
    expect(planRun(haul(pickups.toReversed(), vehicles.toReversed()))).toEqual(plan);
    expect(planRun(haul(pickups, vehicles))).toEqual(plan);
  });
});
