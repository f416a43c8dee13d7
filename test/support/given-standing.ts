import { dayOf, plusDays } from '../../src/kernel/day.js';
import { OpenOccurrences } from '../../src/standing/use-cases/open-occurrences.js';
import { act, givenBulkOrder, type BulkWish } from './given-orders.js';
import type { Given, Someone } from './given.js';

const standing = `__typename ... on StandingOrder { id version state weekdays leadHours template { id }
  lines { grade { code } grams maxVndPerKg }
  occurrences { day state opensAt isChanged isGathering emptyReason lines { grams maxVndPerKg }
    order { id number state lines { wantedGrams maxVndPerKg } progress { offered } } } }`;
const mutation = (name: string, input: string): string =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { ${standing}
    ... on Refused { __typename code field message facts { name value } } } }`;

/** The operations of standing orders as a client sends them. */
export const STANDING = {
  create: mutation('createStandingOrder', 'CreateStandingOrderInput'),
  change: mutation('changeStandingOrder', 'ChangeStandingOrderInput'),
  pause: mutation('pauseStandingOrder', 'StandingOrderActInput'),
  resume: mutation('resumeStandingOrder', 'StandingOrderActInput'),
  skip: mutation('skipOccurrence', 'OccurrenceActInput'),
  keep: mutation('keepOccurrence', 'OccurrenceActInput'),
  read: `query ($id: ID!) { standingOrder(id: $id) { ${standing} } }`,
  mine: `query ($first: Int!) { myStandingOrders(first: $first) { nodes { ${standing} } } }`,
};

export interface ShownOccurrence {
  readonly day: string;
  readonly state: string;
  readonly isChanged: boolean;
  readonly isGathering: boolean;
  readonly emptyReason: string | null;
  readonly lines: readonly { readonly grams: number; readonly maxVndPerKg: number | null }[];
  readonly order: {
    readonly id: string;
    readonly number: string;
    readonly state: string;
    readonly lines: readonly { readonly wantedGrams: number; readonly maxVndPerKg: number }[];
    readonly progress: { readonly offered: number };
  } | null;
}

export interface ShownStanding {
  readonly id: string;
  readonly version: number;
  readonly code?: string;
  readonly field?: string | null;
  readonly state: string;
  readonly weekdays: readonly number[];
  readonly leadHours: number;
  readonly occurrences: readonly ShownOccurrence[];
}

export interface StandingWish extends Partial<BulkWish> {
  readonly weekdays?: readonly number[];
  readonly leadHours?: number;
  /** The most of each time; the template pays `maxVndPerKg`. */
  readonly mostVndPerKg?: number | null;
}

/** As an order of 500 kg that was to be fetched from tomorrow 5:00 to 10:00: on Tuesdays, opened a day ahead. */
export async function givenStanding(
  make: Given,
  buyer: Someone,
  wish: StandingWish = {},
): Promise<ShownStanding> {
  const { weekdays = [2], leadHours = 24, mostVndPerKg = 36_000, ...bulk } = wish;
  const tomorrow = plusDays(dayOf(make.world.clock.now()), 1);
  const template = await givenBulkOrder(make, buyer, {
    kg: 500,
    readyFrom: `${tomorrow}T05:00:00+07:00`,
    readyTo: `${tomorrow}T10:00:00+07:00`,
    ...bulk,
  });
  const kg = bulk.kg ?? 500;
  const lines = [{ gradeCode: 'L1', grams: kg * 1000, maxVndPerKg: mostVndPerKg }];
  const made = await act<ShownStanding>(make, buyer, STANDING.create, {
    orderId: template.id,
    weekdays,
    leadHours,
    lines,
  });
  if (made.code !== undefined) throw new Error(`no standing order: ${JSON.stringify(made)}`);
  return made;
}

/** The clockwork's work, by so many workers at once. */
export const openOccurrences = async (make: Given, workers = 1): Promise<void> => {
  const sweep = make.world.app.get(OpenOccurrences);
  await Promise.all(Array.from({ length: workers }, () => sweep.run()));
};
