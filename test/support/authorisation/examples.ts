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
  band: null,
  byHand: null,
  communeId: null,
  companionIds: [],
  cropCode: 'NA',
  cutOff: null,
  filter: null,
  fingerprint: null,
  first: 50,
  gradeCodes: ['L1'],
  limits: null,
  granteePhone: null,
  note: 'Mưa to, đường ngập',
  pin: null,
  readyTo: '2026-08-26T05:00:00+07:00',
  reason: 'Mưa to, đường ngập',
  text: 'Chào bà con',
  tiers: null,
  varietyCode: null,
};

/** And of one operation, where the name alone does not tell. */
const SAID_TO: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
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
  changeStandingOrder: { applies: 'FROM_NEXT', leadHours: null, weekdays: null },
  findParty: { words: 'nhà' },
  previewCancellation: { cause: 'OTHER' },
  allocationFairness: { month: '2026-08-01' },
  messageStats: { month: '2026-08-01' },
  mergeLots: { expectedVersion: 1 },
  registerTrader: { name: 'Vựa mới', partyId: null },
  keepOccurrence: { day: '2026-08-28' },
  skipOccurrence: { day: '2026-08-28' },
  // One that could be, and is not.
  orderByNumber: { number: orderNumber('2026-08-01' as Day, 20_000) },
  saveProductionPlan: { month: '2026-09', planId: null },
};

/** Variables under which an operation is refused for nothing but who asks; `words` are told by who and whose. */
export function exampleOf(
  field: Field,
  words: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const all = { ...SAID, ...SAID_TO[field.name], ...words };
  return Object.fromEntries(field.args.map(({ name, type }) => [name, said(name, type, all)]));
}

function said(
  name: string,
  type: GraphQLInputType,
  words: Readonly<Record<string, unknown>>,
): unknown {
  if (name === 'clientMutationId') return randomUUID();
  const isOptional = getNullableType(type) === type;
  if (name in words && (words[name] !== null || isOptional)) return words[name];
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
  orders: `exists (select 1 from runs r where r.order_id = x.id)`,
  weigh_tickets: `x.state = 'SUBMITTED'`,
};
const BROKEN = `exists (select 1 from deal_endings e where e.deal_id = x.id)`;
const SOURCED = `x.state in ('SOURCING', 'ALLOCATED')`;
const PAID_FOR = `exists (select 1 from payables p join weigh_tickets t on t.id = p.ticket_id where t.order_id = x.id)`;
/** Whose health is known: of each part the driver, whoever asks. */
const DRIVERS = `exists (select 1 from health_proofs h where h.person_id = x.id)`;
const COOPERATIVES = `x.kind = 'COOPERATIVE'`;
const WHICH_OF: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  allocationExplanation: { orders: SOURCED },
  answerDemand: { orders: SOURCED },
  createStandingOrder: { orders: SOURCED },
  confirmDeposit: { deals: BROKEN },
  decideForceMajeure: { deals: BROKEN },
  declareDeposit: { deals: BROKEN },
  demand: { orders: SOURCED },
  grantParty: { parties: COOPERATIVES },
  healthProofs: { people: DRIVERS },
  endDemand: { orders: SOURCED },
  orderByNumber: { orders: SOURCED },
  offerAllocation: { orders: SOURCED },
  previewAllocation: { orders: SOURCED },
  recordCallAnswer: { orders: SOURCED },
  replyToBreach: { deals: BROKEN },
  setMessageCap: { parties: COOPERATIVES },
  settlementForOrder: { orders: PAID_FOR },
};

/** What names a thing without being its id: of which table, and the arguments as columns of its row. */
const KEYS: Readonly<
  Record<string, { readonly table: string; readonly words: Readonly<Record<string, string>> }>
> = {
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
