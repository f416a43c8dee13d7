import { day, type Day, plusDays } from '../../kernel/day.js';
import type { Id } from '../../kernel/id.js';
import { addCooperatives, addTraders } from './businesses.js';
import { currentDay } from './current-day.js';
import { type DayBook, joined } from './day-book.js';
import { addFleet } from './fleet.js';
import { addForecasts, type Reporters } from './forecasts.js';
import { historyDay, type MarketDay } from './history-day.js';
import { addHouseholds, PERSONA_HOUSEHOLD } from './households.js';
import { addOffices, addPosts } from './officials.js';
import type {
  CoopMemberRow,
  ForecastRow,
  MembershipRow,
  PartyRow,
  PersonRow,
  PlotRow,
  FieldEventRow,
  HouseholdPlanRow,
  ProductionPlanRow,
  TerritoryRow,
} from './people-rows.js';
import { addPlans } from './plans.js';
import { addHail, addHouseholdPlans } from './season-plans.js';
import { addPlots } from './plots.js';
import { Registry } from './registry.js';
import { Serials, type SerialsGiven } from './serials.js';
import type { CheckpointRow, VehicleRow } from './transport-rows.js';
import type { World } from './world.js';

export interface DemoInput {
  /** The market that is in progress; the days before it and two of 2021 are there as history. */
  readonly today: Day;
  /** 1 is the recipe of 710 households; 10 has ten times as many households, lots and tickets. */
  readonly scale: number;
}

export interface Demo extends DayBook {
  readonly people: readonly PersonRow[];
  readonly parties: readonly PartyRow[];
  readonly memberships: readonly MembershipRow[];
  readonly partyTerritories: readonly TerritoryRow[];
  readonly coopMembers: readonly CoopMemberRow[];
  readonly plots: readonly PlotRow[];
  readonly productionPlans: readonly ProductionPlanRow[];
  readonly householdPlans: readonly HouseholdPlanRow[];
  readonly fieldEvents: readonly FieldEventRow[];
  readonly fieldEventPlots: readonly { readonly eventId: Id; readonly plotId: Id }[];
  readonly forecasts: readonly ForecastRow[];
  readonly vehicles: readonly VehicleRow[];
  readonly checkpoints: readonly CheckpointRow[];
  readonly serialsGiven: SerialsGiven;
}

/** The two market days of 2021. */
const OLD_DAYS: readonly MarketDay[] = [
  // Early season; Hà Nội closes its gates the next morning.
  { on: day('2021-07-23'), naLots: 150, isPersonas: true, hasNightRuns: false },
  // Eve of Vu Lan; Hà Nội under Directive 16.
  { on: day('2021-08-21'), naLots: 260, isPersonas: true, hasNightRuns: false },
];

/** Lots of na on the days just before today, yesterday first: enough for prices to have a past. */
const RECENT_NA_LOTS = [140, 80, 80, 80, 80];
// The exercise that asks for permits knows only these communes.
const COMMUNES_OF_2025_FROM = day('2025-07-01');
/** A tree is picked every second day. */
const PICKED_EVERY = 2;

function pastDays(today: Day): MarketDay[] {
  const recent = RECENT_NA_LOTS.map((naLots, index): MarketDay => ({
    on: plusDays(today, -1 - index),
    naLots,
    isPersonas: (index + 1) % PICKED_EVERY === 0,
    // The posts have seen trucks by the dawn of today.
    hasNightRuns: index === 0,
  }));
  return [
    ...OLD_DAYS.filter(({ on }) => on < today),
    ...recent.filter(({ on }) => on >= COMMUNES_OF_2025_FROM).toReversed(),
  ];
}

/**
 * A whole invented district, the same for the same input, with nothing in it that contradicts another part.
 *
 * @throws RangeError when the scale is not a whole number of one or more
 */
export function buildDemo({ today, scale }: DemoInput): Demo {
  if (!Number.isSafeInteger(scale) || scale < 1) throw new RangeError(`not a scale: ${scale}`);
  const registry = new Registry();
  const households = addHouseholds(registry, scale);
  const coopMembers = addCooperatives(registry, households);
  const traders = addTraders(registry, scale);
  const vehicles = addFleet(registry, scale);
  const posts = addPosts(registry);
  const partyTerritories = addOffices(registry);

  const plots = addPlots(households);
  const grower = households.find(({ name }) => name === PERSONA_HOUSEHOLD)!.party;
  const world: World = {
    today,
    scale,
    cast: { grower, trader: traders[0]!, truck: vehicles[0]! },
    plots,
    traders,
    vehicles,
    posts,
    serials: new Serials(),
    ownerOf: new Map(
      registry.memberships
        .filter(({ role }) => role === 'TRANSPORTER')
        .map(({ partyId, personId }) => [partyId, personId]),
    ),
    nameOf: new Map(registry.people.map(({ id, name }) => [id, name])),
    coopMembers: new Set(coopMembers.map(({ householdId }) => householdId)),
    partiesWithBank: new Set<Id>(
      registry.parties.filter(({ bankAccount }) => bankAccount !== null).map(({ id }) => id),
    ),
  };
  const books = pastDays(today).map((marketDay) => historyDay(marketDay, world));
  const tests = books.flatMap(({ healthProofs }) => healthProofs);
  const book = joined([...books, currentDay(today, world, tests)]);
  const reporters = reportersOf(registry, coopMembers);
  const said = addForecasts(today, plots, reporters);
  const hail = addHail(today, plots, said);
  return {
    ...book,
    people: registry.people,
    parties: registry.parties,
    memberships: registry.memberships,
    partyTerritories,
    coopMembers,
    plots,
    productionPlans: addPlans(today),
    householdPlans: addHouseholdPlans(today, plots, reporters.headOf, grower.id),
    forecasts: hail?.forecasts ?? said,
    fieldEvents: hail ? [hail.event] : [],
    fieldEventPlots: hail?.plotIds.map((plotId) => ({ eventId: hail.event.id, plotId })) ?? [],
    vehicles,
    checkpoints: posts.checkpoints,
    serialsGiven: world.serials.given(),
  };
}

function reportersOf(registry: Registry, coopMembers: readonly CoopMemberRow[]): Reporters {
  const personOf = new Map(
    registry.memberships.map(({ partyId, personId }) => [partyId, personId]),
  );
  const coopOf = new Map(coopMembers.map(({ householdId, coopId }) => [householdId, coopId]));
  return {
    headOf: (householdId) => personOf.get(householdId)!,
    coopClerkOf: (householdId) => {
      const coopId = coopOf.get(householdId);
      return coopId === undefined ? null : personOf.get(coopId)!;
    },
  };
}
