import { assistedText, isUndoable, type AssistedKind } from '../../accounts/index.js';
import { kgText, momentText, vndText } from '../../platform/words/format.js';
import type { NoticeFacts } from './notice-kinds.js';
import { erasureText, POWERS_VI } from './notice-texts-vi.js';
import type { GoodsNames } from './notice-words.js';
import type { Blank, PaidKind } from './templates.js';

export type Filled = Readonly<Partial<Record<Blank, string>>>;

type Filling = {
  readonly [Kind in PaidKind]: (facts: NoticeFacts[Kind], names: GoodsNames) => Filled;
};

const at = (instant: string): string => momentText(new Date(instant));
const dayText = (day: string): string => `${day.slice(8, 10)}/${day.slice(5, 7)}`;
const goods = (facts: { cropCode: string; grams: number }, names: GoodsNames): Filled => ({
  kg: kgText(facts.grams),
  hang: names.crop(facts.cropCode),
});

const asked = (facts: NoticeFacts['PRICE_OFFERED'], names: GoodsNames): Filled => ({
  ...goods(facts, names),
  ma: facts.code,
  gia: vndText(facts.vndPerKg),
  gio: at(facts.readyFrom),
  han: at(facts.expiresAt),
});
const isMixed = ({ grades = 1 }: NoticeFacts['ORDER_OFFERED']): boolean => grades > 1;

/** Who has no app undoes by text message what can be undone; of the rest nothing is promised. */
const mending = (act: AssistedKind): string =>
  isUndoable(act) ? 'trả lời BO để bỏ' : 'gọi HTX hoặc xã';

const FILLING: Filling = {
  PRICE_OFFERED: asked,
  PHONE_DEAL_TO_CONFIRM: asked,
  ORDER_OFFERED: (facts, names) => ({
    ...goods(facts, names),
    ma: facts.orderNumber,
    loai: isMixed(facts) ? `${facts.grades} loại` : names.grade(facts.cropCode, facts.gradeCode),
    gia: `${isMixed(facts) ? 'từ ' : ''}${vndText(facts.vndPerKg)}`,
    gio: at(facts.readyFrom),
    han: at(facts.expiresAt),
  }),
  INTENTION_ASKED: (facts, names) => ({
    ...goods(facts, names),
    ma: facts.orderNumber,
    lo: facts.lotCode,
    ngay: dayText(facts.day),
  }),
  ORDER_COMMITTED: (facts, names) => ({
    ...goods(facts, names),
    ma: facts.orderNumber,
    gio: at(facts.readyFrom),
  }),
  ORDER_CANCELLED: (facts, names) => ({
    ma: facts.orderNumber,
    hang: names.crop(facts.cropCode),
    ly_do: facts.reason,
  }),
  DEAL_ENDED: (facts, names) => ({
    ma: facts.dealNumber,
    hang: names.crop(facts.cropCode),
    ly_do: facts.reason,
  }),
  ORDER_CHANGE_PROPOSED: (facts, names) => ({
    ma: facts.number,
    hang: names.crop(facts.cropCode),
    han: at(facts.expiresAt),
  }),
  TICKET_SUBMITTED: (facts, names) => ({
    ...goods({ cropCode: facts.cropCode, grams: facts.payableGrams }, names),
    ma: facts.ticketNumber,
    tien: vndText(facts.amountVnd),
  }),
  PAYMENT_DECLARED: (facts) => ({ ma: facts.ticketNumber, tien: vndText(facts.amountVnd) }),
  RUN_PLANNED: (facts, names) => ({
    ...goods(facts, names),
    ma: facts.runNumber,
    xe: facts.plate,
    gio: at(facts.plannedAt),
  }),
  RUN_CANCELLED: (facts) => ({ ma: facts.runNumber, ly_do: facts.reason }),
  PERMIT_REVOKED: (facts) => ({ ma: facts.permitCode, xe: facts.plate, ly_do: facts.reason }),
  COMMUNE_CLOSED: ({ commune, from, until }) => ({
    xa: commune,
    gio: at(from),
    han: until === null ? 'chưa định' : at(until),
  }),
  COMMUNE_OPENED: ({ commune, from }) => ({ xa: commune, gio: at(from) }),
  LOT_CREATED_FOR_YOU: (facts, names) => ({
    ...goods(facts, names),
    ai: facts.by,
    gio: at(facts.readyFrom),
    sua: mending('LOT_OFFERED'),
  }),
  GRANT_RECORDED: ({ by, power }) => ({ ai: by, viec: POWERS_VI[power] }),
  GRANT_RETURNED: ({ by, power }) => ({ ai: by, viec: POWERS_VI[power] }),
  ERASURE_RECORDED: ({ by, effectiveAt }) => ({ ai: by, viec: erasureText(effectiveAt) }),
  DATA_HANDED_OVER: ({ by, handedAt }) => ({ ai: by, gio: at(handedAt) }),
  ACTED_FOR_YOU: (facts, names) => ({
    ai: facts.by,
    viec: assistedText(facts.act, facts, names.crop(facts.cropCode ?? ''), 'vi'),
    sua: mending(facts.act),
  }),
  FORECAST_REPORTED_FOR_YOU: (facts, names) => ({
    ...goods(facts, names),
    ai: facts.by,
    ngay: dayText(facts.day),
    sua: mending('HARVEST_REPORTED'),
  }),
};

/** What the blanks of a kind's templates are filled with. */
export const fillingOf = <Kind extends PaidKind>(
  kind: Kind,
  facts: NoticeFacts[Kind],
  names: GoodsNames,
): Filled => FILLING[kind](facts, names);
