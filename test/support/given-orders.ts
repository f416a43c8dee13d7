import type { Given, Someone } from './given.js';
import type { GivenLot } from './given-lots.js';

const refused = '... on Refused { code message nextStep field facts { name value } }';
const offer = `id orderId orderNumber state grams askedGrams leastPartGrams vndPerKg amountVnd expiresAt lotId grade { code }
  commune { name } buyer { id name phone lat } household { id name phone lat lon }`;
const deal = `id number state totalGrams paymentDays deduction { kind basisPoints gramsPerCrate } crop { code }
  commune { name } lines { grade { code } grams vndPerKg } buyer { id name phone } household { id name phone }`;
const order = `__typename ... on BulkOrder { id number kind state wantedGrams minGrams cancelReason cutOff { until extendUntil }
  progress { offered accepted declined expired waiting acceptedGrams households text }
  offers { ${offer} } deals { ${deal} } }`;

const mutation = (name: string, input: string, selection: string): string =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { ${selection} ${refused} } }`;

/** The operations of orders as a client sends them. */
export const ORDERS = {
  create: mutation('createBulkOrder', 'CreateBulkOrderInput', order),
  offer: mutation('offerAllocation', 'OfferAllocationInput', order),
  commit: mutation('commitAllocation', 'CommitAllocationInput', order),
  place: mutation('placeLotOrder', 'PlaceLotOrderInput', order),
  cancel: mutation('cancelOrder', 'CancelOrderInput', order),
  respond: mutation(
    'respondAllocationOffer',
    'RespondAllocationOfferInput',
    `__typename ... on AllocationOffer { ${offer} }`,
  ),
  preview: `query ($orderId: ID!) { previewAllocation(orderId: $orderId) {
    __typename ... on AllocationPreview { orderId policy wantedGrams plannedGrams coveragePercent goodsVnd transportVnd
      landedVndPerKg truckloads households communes
      fingerprint gapPercent nearest { kind grams vndPerKg grade { code } sentence }
      lines { lotId lotGradeId commune { name } grade { code } grams vndPerKg landedVndPerKg }
      shortfalls { gradeCode grams } excluded { lotId gradeCode grams reason sentence } } ${refused} } }`,
  read: `query ($id: ID!) { order(id: $id) { ${order} } }`,
  readByNumber: `query ($number: String!) { orderByNumber(number: $number) { __typename ... on BulkOrder { id } ${refused} } }`,
  mine: `query ($first: Int!, $after: String) { myOrders(first: $first, after: $after) {
    nodes { id number state crop { code } progress { text } lines { grade { code } wantedGrams } }
    pageInfo { endCursor hasNextPage } } }`,
  offers: `query ($waitingOnly: Boolean!, $first: Int = 100, $after: String) {
    myOffers(waitingOnly: $waitingOnly, first: $first, after: $after) {
      nodes { ${offer} } pageInfo { endCursor hasNextPage } } }`,
  deal: `query ($id: ID!) { deal(id: $id) { ${deal} } }`,
  deals: `query ($first: Int!, $after: String) { myDeals(first: $first, after: $after) {
    nodes { ${deal} } pageInfo { endCursor hasNextPage } } }`,
  explanation: `query ($orderId: ID!, $lotId: ID) { allocationExplanation(orderId: $orderId, lotId: $lotId) {
    chosen reason sentence policy policySentence limits askedGrams } }`,
  draft: `query ($orderId: ID!, $day: Day!) { repeatOrderDraft(orderId: $orderId, day: $day) {
    __typename ... on OrderDraft { readyFrom readyTo goneGrades isPoolGone
      lines { grade { code } grams lastVndPerKg referenceVndPerKg maxVndPerKg } } ${refused} } }`,
  repeat: mutation('repeatOrder', 'RepeatOrderInput', order),
  coverage: `query ($cropCode: String!, $gradeCodes: [String!]!, $grams: Grams!, $day: Day!, $destinationId: ID) {
    coverage(cropCode: $cropCode, gradeCodes: $gradeCodes, grams: $grams, day: $day, destinationId: $destinationId) {
      lots communes coveredGrams wantedGrams percent averageVndPerKg truckloads text } }`,
  notices: `{ myNotices(first: 50) { nodes { kind text path } } }`,
};

export interface ShownParty {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
  readonly lat: number | null;
}

export interface ShownOffer {
  readonly __typename?: string;
  readonly code?: string;
  readonly id: string;
  readonly orderId: string;
  readonly state: string;
  readonly grams: number;
  readonly askedGrams: number;
  readonly leastPartGrams: number | null;
  readonly vndPerKg: number;
  readonly expiresAt: string;
  readonly lotId: string;
  readonly buyer: ShownParty;
  readonly household: ShownParty | null;
}

export interface ShownDeal {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly totalGrams: number;
  readonly lines: readonly {
    readonly grade: { readonly code: string };
    readonly grams: number;
    readonly vndPerKg: number;
  }[];
  readonly buyer: ShownParty;
  readonly household: ShownParty;
}

export interface ShownOrder {
  readonly __typename: 'BulkOrder' | 'Refused';
  /** Of a refusal. */
  readonly code?: string;
  readonly field?: string | null;
  readonly message?: string;
  readonly facts?: readonly { readonly name: string; readonly value: string }[];
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly cancelReason: string | null;
  readonly cutOff: { readonly until: string; readonly extendUntil: string | null } | null;
  readonly progress: Readonly<Record<string, number | string>>;
  readonly offers: readonly ShownOffer[];
  readonly deals: readonly ShownDeal[];
}

export interface BulkWish {
  readonly kg: number;
  readonly gradeCode?: string;
  /** Further grades, code to kilograms. */
  readonly otherKg?: Readonly<Record<string, number>>;
  readonly maxVndPerKg?: number | null;
  readonly policy?: string;
  readonly minGrams?: number;
  readonly toleranceBp?: number;
  readonly householdCapGrams?: number | null;
  readonly communeIds?: readonly string[];
  readonly offerTtlMinutes?: number;
  readonly readyFrom?: string;
  readonly readyTo?: string;
  readonly cutOff?: { readonly until: string; readonly extendUntil: string | null };
}

/** What a buyer of na, grade 1, sends: fetched within the next day, 2 % off, paid after three days. */
export function bulkInput(make: Given, wish: BulkWish): Record<string, unknown> {
  const now = make.world.clock.now().getTime();
  return {
    clientMutationId: make.world.id(),
    cropCode: 'NA',
    varietyCode: null,
    lines: Object.entries({ [wish.gradeCode ?? 'L1']: wish.kg, ...wish.otherKg }).map(
      ([gradeCode, kg]) => ({
        gradeCode,
        grams: kg * 1000,
        maxVndPerKg: wish.maxVndPerKg === undefined ? 36_000 : wish.maxVndPerKg,
      }),
    ),
    readyFrom: wish.readyFrom ?? new Date(now + 2 * 3_600_000).toISOString(),
    readyTo: wish.readyTo ?? new Date(now + 24 * 3_600_000).toISOString(),
    destinationId: make.place('HN_LONGBIEN'),
    policy: wish.policy ?? 'FAIR_SHARE',
    toleranceBp: wish.toleranceBp ?? 0,
    minGrams: wish.minGrams ?? 0,
    householdCapGrams: wish.householdCapGrams ?? null,
    communeIds: wish.communeIds ?? [],
    deduction: { kind: 'PERCENT', basisPoints: 200 },
    paymentDays: 3,
    offerTtlMinutes: wish.offerTtlMinutes ?? 120,
    cutOff: wish.cutOff ?? null,
  };
}

export async function givenBulkOrder(
  make: Given,
  buyer: Someone,
  wish: BulkWish,
): Promise<ShownOrder> {
  const created = await buyer.voice.ask<ShownOrder>(ORDERS.create, {
    input: bulkInput(make, wish),
  });
  if (created.code !== undefined) throw new Error(`no order: ${JSON.stringify(created)}`);
  return created;
}

/** Sends a mutation of a new act. */
export const act = <Answer = ShownOrder>(
  make: Given,
  someone: Someone,
  document: string,
  wish: object,
): Promise<Answer> =>
  someone.voice.ask<Answer>(document, { input: { clientMutationId: make.world.id(), ...wish } });

export const answerOffer = (
  make: Given,
  someone: Someone,
  offerId: string,
  accept: boolean,
  kg?: number,
): Promise<ShownOffer> => {
  const part = kg === undefined ? {} : { grams: Math.round(kg * 1000) };
  return act<ShownOffer>(make, someone, ORDERS.respond, { offerId, accept, ...part });
};

/** The offers that wait for this household's or cooperative's answer. */
export const waitingOffers = async (someone: Someone): Promise<ShownOffer[]> =>
  (await someone.voice.ask<{ nodes: ShownOffer[] }>(ORDERS.offers, { waitingOnly: true })).nodes;

/** Kilograms of the grade-1 line of a lot: as its counter says, and as the open holds add up. */
export async function stockOf(
  make: Given,
  lot: GivenLot,
): Promise<{ reserved: number; held: number }> {
  const [row] = await make.world.db.query(
    `select g.reserved_g::int / 1000 as reserved,
            (select coalesce(sum(h.grams), 0)::int / 1000 from lot_holds h
             where h.lot_grade_id = g.id and h.state = 'HELD') as held
     from lot_grades g where g.id = $1`,
    [lot.lines['L1']],
  );
  return row;
}

/** How many of these answers carried which refusal. */
export function codesOf(answers: readonly { code?: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { code = 'done' } of answers) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}
