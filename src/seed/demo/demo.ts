import { day, type Day } from '../../kernel/day.js';
import type { Id } from '../../kernel/id.js';
import { addCooperatives, addTraders } from './businesses.js';
import { currentDay } from './current-day.js';
import { type DayBook, joined } from './day-book.js';
import { addFleet } from './fleet.js';
import { addForecasts, type Reporters } from './forecasts.js';
import { historyDay } from './history-day.js';
import { addHouseholds, PERSONA_HOUSEHOLD } from './households.js';
import { addOffices, addPosts } from './officials.js';
import type {
  CoopMemberRow,
  ForecastRow,
  MembershipRow,
  PartyRow,
  PersonRow,
  PlotRow,
  ProductionPlanRow,
  TerritoryRow,
} from './people-rows.js';
import { addPlans } from './plans.js';
import { addPlots } from './plots.js';
import { Registry } from './registry.js';
import type { CheckpointRow, VehicleRow } from './transport-rows.js';
import type { World } from './world.js';

export interface DemoInput {
  /** The market that is in progress; two days of 2021 are always there as history. */
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
  readonly forecasts: readonly ForecastRow[];
  readonly vehicles: readonly VehicleRow[];
  readonly checkpoints: readonly CheckpointRow[];
}

/** The two market days of 2021, with the number of na lots on each at scale 1. */
const HISTORY_DAYS: readonly { readonly on: Day; readonly naLots: number }[] = [
  { on: day('2021-07-23'), naLots: 150 }, // early season; Hà Nội closes its gates the next morning
  { on: day('2021-08-21'), naLots: 260 }, // eve of Vu Lan; Hà Nội under Directive 16
];

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
    scale,
    cast: { grower, trader: traders[0]!, truck: vehicles[0]! },
    plots,
    traders,
    vehicles,
    posts,
    partiesWithBank: new Set<Id>(
      registry.parties.filter(({ bankAccount }) => bankAccount !== null).map(({ id }) => id),
    ),
  };
  const pastDays = HISTORY_DAYS.filter(({ on }) => on < today);
  const books = pastDays.map(({ on, naLots }) => historyDay(on, world, naLots));
  return {
    ...joined([...books, currentDay(today, world)]),
    people: registry.people,
    parties: registry.parties,
    memberships: registry.memberships,
    partyTerritories,
    coopMembers,
    plots,
    productionPlans: addPlans(today),
    forecasts: addForecasts(today, plots, reportersOf(registry, coopMembers)),
    vehicles,
    checkpoints: posts.checkpoints,
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
