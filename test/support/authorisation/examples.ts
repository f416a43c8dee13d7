import { randomUUID } from 'node:crypto';
import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  type GraphQLInputType,
} from 'graphql';
import type { Day } from '../../../src/kernel/day.js';
import { orderNumber } from '../../../src/orders/domain/order-number.js';
import { fittingOf } from '../hostile-inputs.js';
import type { Field } from './asking.js';

/** What a client may sensibly say, by the name of the argument or input field. */
const SAID: Readonly<Record<string, unknown>> = {
  after: null,
  answerMinutes: 60,
  appVersion: '1.0',
  band: { moveBp: 1_000, buyerShareBp: 5_000 },
  bankAccount: '00220044',
  bankBin: '970436',
  byHand: null,
  closes: '09-30',
  communeId: null,
  companionIds: [],
  crateCode: 'SOT',
  cropCode: 'NA',
  cutOff: null,
  filter: null,
  fingerprint: null,
  first: 50,
  firstDay: '2026-08-22',
  gradeCodes: ['L1'],
  grossGrams: 30_000,
  intervalDays: 7,
  lastDay: '2026-08-23',
  limits: null,
  granteePhone: null,
  lossBp: 1_000,
  name: 'Nhà mới',
  newPhone: '0977000008',
  numberEndsWith: null,
  note: 'Mưa to, đường ngập',
  number: 'VG-0002',
  offerTtlMinutes: 60,
  opens: '07-01',
  phone: '0977000009',
  pin: null,
  quietFrom: '22:00',
  quietTo: '05:00',
  readyTo: '2026-08-26T05:00:00+07:00',
  reason: 'Mưa to, đường ngập',
  sampledAt: '2026-08-24T05:00:00+07:00',
  resultAt: '2026-08-24T06:00:00+07:00',
  screen: 'A3',
  season: 'MAIN',
  shareBp: null,
  source: 'Quyết định 12/QĐ-UBND',
  sprayedOn: '2026-08-01',
  tareGrams: null,
  taxCode: '2400123456',
  text: 'Chào bà con',
  trend: null,
  varietyCode: null,
};

const SCAN = {
  id: randomUUID(),
  checkpointId: randomUUID(),
  dataAgeSeconds: 60,
  decision: 'LET_PASS',
  reason: 'OK',
  verdict: 'GREEN',
  scannedAt: '2026-08-24T17:30:00+07:00',
  handlingSeconds: 30,
  permitCode: null,
  tokenText: 'LN1:',
  decisionReason: null,
};
const IMPORTED = {
  line: 1,
  name: 'Nhà ghi theo sổ',
  commune: 'Nghĩa Phương',
  crop: 'na',
  hamlet: null,
  area: null,
  phone: null,
  plantedYear: null,
  isReallyNew: true,
};

/** And of one operation, where the name alone does not tell. */
type Words = Readonly<Record<string, unknown>>;
const SAID_TO: Readonly<Record<string, Words | ((words: Words) => Words)>> = {
  applyClosure: { from: '2026-08-25T06:00:00+07:00', to: '2026-08-26T06:00:00+07:00' },
  dealEndings: { forceMajeure: null },
  previewClosure: { from: '2026-08-24T00:00:00+07:00', to: null },
  openBoxSale: {
    boxGrams: 5_000,
    boxes: 1,
    vndPerBox: 180_000,
    ordersUntil: '2026-08-25T20:00:00+07:00',
    readyFrom: '2026-08-26T05:00:00+07:00',
    readyTo: '2026-08-26T10:00:00+07:00',
    place: 'Nhà văn hóa thôn',
  },
  placeBoxOrder: { address: null },
  recordCallAnswer: { grams: null },
  changeStandingOrder: {
    expectedVersion: 1,
    applies: 'FROM_NEXT',
    leadHours: null,
    weekdays: null,
  },
  findParty: { words: 'nhà' },
  householdsAtCounter: { words: 'nhà' },
  previewCancellation: { cause: 'OTHER' },
  allocationFairness: { month: '2026-08-01' },
  messageStats: { month: '2026-08-01' },
  mergeLots: { expectedVersion: 1 },
  registerTrader: { name: 'Vựa mới', partyId: null },
  keepOccurrence: { day: '2026-08-28' },
  skipOccurrence: { day: '2026-08-28' },
  cancelDeal: { cause: 'PRICE_CHANGED' },
  communeBulkForecast: {
    rows: [
      { householdId: randomUUID(), grams: 1_000, isSure: true },
      { householdId: randomUUID(), grams: 1_000, isSure: true },
    ],
  },
  askForGrant: { power: 'SELL_FOR' },
  recordGrant: { power: 'SELL_FOR', code: null },
  forgetHousehold: { code: null },
  exportHouseholdData: { code: null },
  importHouseholds: {
    dryRun: true,
    paperId: null,
    rows: [IMPORTED, { ...IMPORTED, line: 2, name: '' }],
  },
  // Of another grade, of another day, of another commune.
  lotAlternatives: ({ role, unitId }) => ({
    filter: {
      cropCode: 'NA',
      gradeCode: role === 'TRADER' ? 'L4' : 'L3',
      ...(role === 'GROWER' && { day: '2026-08-28' }),
      ...(role === 'OFFICE_STAFF' && { communeIds: [unitId] }),
    },
  }),
  pauseSelling: { firstDay: '2026-08-26', lastDay: '2026-08-27' },
  planRun: { startsAt: '2026-08-25T13:00:00+07:00' },
  recordScan: ({ checkpointId }) => ({
    scans: [SCAN, { ...SCAN, id: randomUUID(), checkpointId }],
  }),
  reportBreach: { cause: 'SOLD_ELSEWHERE' },
  restrictLot: ({ partyId }) => ({ partyIds: [partyId] }),
  myForecasts: { to: '2026-08-27' },
  places: { kind: 'CHECKPOINT' },
  requestStaffRecovery: { phone: '0977000004' },
  reportForecast: ({ role }) => (role === 'GROWER' ? { grams: null, trend: 'UP' } : {}),
  setCropWindow: { validFrom: '2027-01-01' },
  subscribePush: {
    endpoint: 'https://fcm.googleapis.com/fcm/send/x',
    p256dh: Buffer.alloc(65, 4).toString('base64url'),
    auth: Buffer.alloc(16, 1).toString('base64url'),
  },
  // One who saw it before the last change, and one who would sell less than is promised.
  updateLot: ({ role }) => ({ expectedVersion: role === 'GROWER' ? 99 : 1 }),
  supplyRows: { day: '2026-08-24' },
  updateTemplate: {
    expectedVersion: 0,
    kind: 'ORDER_OFFERED',
    sms: 'Don {ma} hoi mua {kg} {hang}.',
    zalo: 'Đơn {ma} hỏi mua {kg} {hang}.',
    zaloTemplateId: 'ZT-1',
  },
  // One that could be, and is not.
  orderByNumber: { number: orderNumber('2026-08-01' as Day, 20_000) },
  saveProductionPlan: { month: '2026-09', planId: null },
};

/** Variables under which an operation is refused for nothing but who asks; `words` are told by who and whose. */
export function exampleOf(field: Field, words: Words): Record<string, unknown> {
  const own = SAID_TO[field.name];
  const all = { ...SAID, ...(typeof own === 'function' ? own(words) : own), ...words };
  return Object.fromEntries(field.args.map(({ name, type }) => [name, said(name, type, all)]));
}

function said(
  name: string,
  type: GraphQLInputType,
  words: Readonly<Record<string, unknown>>,
): unknown {
  if (name === 'clientMutationId') return randomUUID();
  const isOptional = getNullableType(type) === type;
  const { [name]: word } = words;
  if (word !== undefined && (word !== null || isOptional)) return word;
  // A place that must be said, of an operation that is about that place.
  if (name === 'communeId') return words['unitId'];
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return fittingOf(type);
  const one = Object.fromEntries(
    Object.values(named.getFields()).map((field) => [
      field.name,
      said(field.name, field.type, words),
    ]),
  );
  return isListType(getNullableType(type)) ? [one] : one;
}

/** Which rows of a table stand for it, where not any will do. */
const WHICH: Readonly<Record<string, string>> = {
  allocation_lines: `x.state = 'OFFERED'`,
  deals: `exists (select 1 from run_stops s where s.deal_id = x.id)`,
  lot_grades: `x.offered_g = 500000`,
  negotiations: `x.deal_id is null`,
  orders: `exists (select 1 from runs r where r.order_id = x.id and r.state = 'ACCEPTED')`,
  weigh_tickets: `x.state = 'SUBMITTED'`,
};
const BROKEN = `exists (select 1 from deal_endings e where e.deal_id = x.id)`;
const WAITS_FOR_WORD = `x.withdraw_cause = 'FORCE_MAJEURE'
  and not exists (select 1 from withdrawal_decisions d where d.lot_id = x.id)`;
const SOURCED = `exists (select 1 from demand_posts p where p.order_id = x.id)`;
const PAID_FOR = `exists (select 1 from payables p join weigh_tickets t on t.id = p.ticket_id where t.order_id = x.id)`;
/** Whose health is known: of each part the driver, whoever asks. */
const DRIVERS = `exists (select 1 from health_proofs h where h.person_id = x.id)`;
const COOPERATIVES = `x.kind = 'COOPERATIVE'`;
/** Agreed, and nobody has come for it yet. */
const UNTOUCHED = `x.state = 'COMMITTED' and not exists (select 1 from run_stops s where s.deal_id = x.id)
  and not exists (select 1 from weigh_tickets t where t.deal_id = x.id)`;
const UNTOUCHED_ORDER = `exists (select 1 from deals d where d.order_id = x.id and ${UNTOUCHED.replaceAll('x.', 'd.')})`;
const UNASKED = `x.state = 'SOURCING' and not exists (select 1 from allocation_lines l where l.order_id = x.id)`;
const DECLARED = `x.state = 'DECLARED_PAID'`;
const DISPATCHED = `x.state = 'DISPATCHED'`;
const GROWS = `exists (select 1 from memberships m where m.person_id = x.id and m.role = 'GROWER')`;
const FETCHED = `exists (select 1 from run_stops s join runs r on r.id = s.run_id
  where s.deal_id = x.id and r.state = 'DISPATCHED')`;
const DRIVEN = `x.state = 'ARRIVED'`;
const WHICH_OF: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  allocationExplanation: { orders: SOURCED },
  answerDemand: { orders: SOURCED },
  createStandingOrder: { orders: SOURCED },
  confirmDeposit: { deals: BROKEN },
  decideForceMajeure: { deals: BROKEN },
  decideWithdrawal: { lots: WAITS_FOR_WORD },
  declareDeposit: { deals: BROKEN },
  demand: { orders: SOURCED },
  grantParty: { parties: COOPERATIVES },
  healthProofs: { people: DRIVERS },
  cancelDeal: { deals: UNTOUCHED },
  previewCancellation: { deals: FETCHED },
  repeatOrderDraft: { orders: SOURCED },
  issueSignInCode: { people: GROWS },
  previewOrderChange: { deals: UNTOUCHED, orders: UNTOUCHED_ORDER },
  proposeOrderChange: { deals: UNTOUCHED, orders: UNTOUCHED_ORDER },
  planRun: { orders: UNTOUCHED_ORDER },
  endDemand: { orders: SOURCED },
  orderByNumber: { orders: SOURCED },
  offerAllocation: { orders: UNASKED },
  previewAllocation: { orders: UNASKED },
  confirmReceived: { payables: DECLARED },
  contestPayment: { payables: DECLARED },
  arriveStop: { run_stops: DRIVEN },
  completeStop: { run_stops: DRIVEN },
  deliverRun: { runs: DISPATCHED },
  suggestReplacements: { run_stops: DRIVEN },
  replaceAllocation: { run_stops: DRIVEN },
  recordCallAnswer: { orders: SOURCED },
  recordGrant: { grant_papers: `x.household_id is null` },
  forgetHousehold: { grant_papers: `x.household_id is null` },
  exportHouseholdData: { grant_papers: `x.household_id is null` },
  replyToBreach: { deals: BROKEN },
  setMessageCap: { parties: COOPERATIVES },
  settlementForOrder: { orders: PAID_FOR },
};

/** What names a thing without being its id: of which table, and the arguments as columns of its row. */
const KEYS: Readonly<
  Record<string, { readonly table: string; readonly words: Readonly<Record<string, string>> }>
> = {
  issueSignInCode: { table: 'people', words: { phone: 'x.phone' } },
  orderByNumber: { table: 'orders', words: { number: 'x.number' } },
  permitByCode: {
    table: 'permits',
    words: {
      code: 'x.code',
      plateLast4: String.raw`right(regexp_replace(x.plate, '\D', '', 'g'), 4)`,
    },
  },
  verifyPermit: { table: 'permits', words: { text: 'x.token' } },
};
export const keysOf = (operation: string): (typeof KEYS)[string] | undefined => KEYS[operation];

export const whichOf = (operation: string, table: string): string =>
  WHICH_OF[operation]?.[table] ?? WHICH[table] ?? 'true';
