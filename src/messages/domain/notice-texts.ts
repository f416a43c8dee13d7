import type { Locale } from '../../platform/access/actor.js';
import type { NoticeFacts, NoticeKind } from './notice-kinds.js';
import { en } from './notice-texts-en.js';
import { vi } from './notice-texts-vi.js';
import type { GoodsNames, Texts } from './notice-words.js';

const TEXTS: Readonly<Record<Locale, Texts>> = { vi, en };

/** The sentence of a kept message, in the language of whoever reads it now. */
export function noticeText<Kind extends NoticeKind>(
  kind: Kind,
  facts: NoticeFacts[Kind],
  locale: Locale,
  names: GoodsNames,
): string {
  return TEXTS[locale][kind](facts, names);
}
