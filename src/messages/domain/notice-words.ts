import { assistedText } from '../../accounts/index.js';
import type { Locale } from '../../platform/access/actor.js';
import { momentText } from '../../platform/words/format.js';
import type { NoticeFacts, NoticeKind } from './notice-kinds.js';

/** What crops and grades are called in the reader's language. */
export interface GoodsNames {
  crop(cropCode: string): string;
  grade(cropCode: string, gradeCode: string): string;
}

/** A sentence for each kind of message, in one language. */
export type Texts = {
  readonly [Kind in NoticeKind]: (facts: NoticeFacts[Kind], names: GoodsNames) => string;
};

/** One grade of a crop. */
export interface Graded {
  readonly cropCode: string;
  readonly gradeCode: string;
  readonly grams: number;
}

/** So many grams of a crop, whatever their grades. */
export interface Goods {
  readonly cropCode: string;
  readonly grams: number;
}

export const at = (instant: string): string => momentText(new Date(instant));

/** `2026-08-26` → `26/08` */
export const dayText = (day: string): string => `${day.slice(8, 10)}/${day.slice(5, 7)}`;

/** What somebody else did in a household's name. */
export const act = (
  facts: NoticeFacts['ACTED_FOR_YOU'],
  names: GoodsNames,
  locale: Locale,
): string => assistedText(facts.act, facts, names.crop(facts.cropCode ?? ''), locale);

export type EventKind = NoticeFacts['FIELD_EVENT_REPORTED']['eventKind'];
