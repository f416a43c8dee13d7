import type { Locale } from '../../platform/access/actor.js';
import type { Container } from '../../kernel/spoken/containers.js';
import { kgText, vndText } from '../../platform/words/format.js';
import type { AssistedFacts, AssistedKind } from './assisted.js';

type Texts = Readonly<Record<AssistedKind, (facts: AssistedFacts, crop: string) => string>>;

const goods = ({ grams = 0 }: AssistedFacts, crop: string): string => `${kgText(grams)} ${crop}`;
const CONTAINER: Readonly<Record<Container, string>> = { SOT: 'sọt', THUNG: 'thùng' };
const dayText = (day = ''): string => `${day.slice(8, 10)}/${day.slice(5, 7)}`;

const vi: Texts = {
  HARVEST_REPORTED: (facts, crop) => `báo ngày ${dayText(facts.day)} có ${goods(facts, crop)}`,
  LOT_OFFERED: (facts, crop) => `đăng bán ${goods(facts, crop)}`,
  OFFER_ACCEPTED: (facts, crop) => `nhận lời bán ${goods(facts, crop)}`,
  OFFER_DECLINED: (facts, crop) => `từ chối bán ${goods(facts, crop)}`,
  WEIGHT_CONFIRMED: ({ number = '' }) => `xác nhận phiếu cân ${number}`,
  MONEY_CONFIRMED: ({ vnd = 0 }) => `xác nhận đã nhận ${vndText(vnd)}`,
  CONTAINER_SET: ({ container = 'SOT', grams = 0 }) =>
    `ghi một ${CONTAINER[container]} đựng được ${kgText(grams)}`,
};

const en: Texts = {
  HARVEST_REPORTED: (facts, crop) => `reported ${goods(facts, crop)} for ${dayText(facts.day)}`,
  LOT_OFFERED: (facts, crop) => `offered ${goods(facts, crop)}`,
  OFFER_ACCEPTED: (facts, crop) => `agreed to sell ${goods(facts, crop)}`,
  OFFER_DECLINED: (facts, crop) => `declined to sell ${goods(facts, crop)}`,
  WEIGHT_CONFIRMED: ({ number = '' }) => `confirmed weigh ticket ${number}`,
  MONEY_CONFIRMED: ({ vnd = 0 }) => `confirmed that ${vndText(vnd)} came`,
  CONTAINER_SET: ({ container = 'SOT', grams = 0 }) =>
    `noted that one ${CONTAINER[container]} holds ${kgText(grams)}`,
};

/** What was done, as the end of a sentence that begins with who did it; `crop` is its name in the reader's language. */
export const assistedText = (
  kind: AssistedKind,
  facts: AssistedFacts,
  crop: string,
  locale: Locale,
): string => (locale === 'en' ? en : vi)[kind](facts, crop);
