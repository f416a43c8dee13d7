import { refuse, type Refusal } from '../../kernel/refusal.js';
import { grams as gramsOf, kilograms, type Grams } from '../../kernel/units.js';

export type FewerRefusal =
  'OFFER_MORE_THAN_ASKED' | 'OFFER_BELOW_LEAST' | 'OFFER_LOT_WHOLE' | 'OFFER_GRAMS_WITH_NO';

const LEAST = kilograms(1);

/** What a household was asked for with one line. */
export interface AskedGoods {
  readonly orderKind: 'BULK' | 'LOT';
  readonly grams: number;
  /** The least the lot gives, or the order takes, of one lot (AL-05). */
  readonly leastGrams: number;
}

const leastPart = ({ leastGrams }: AskedGoods): Grams => gramsOf(Math.max(leastGrams, LEAST));

/** The least a household may agree to; null when it is all or nothing. */
export const leastPartOf = (asked: AskedGoods): Grams | null =>
  asked.orderKind === 'BULK' && leastPart(asked) < asked.grams ? leastPart(asked) : null;

/**
 * Why a household cannot agree to these kilograms. It may agree to fewer than it was asked for, and they need be no whole
 * crates: its own word may be a loose one (AL-06). Null agrees to all.
 */
export function impossibleFewer(
  asked: AskedGoods,
  { accept, grams }: { readonly accept: boolean; readonly grams: number | null },
): Refusal<FewerRefusal> | undefined {
  if (grams === null) return undefined;
  if (!accept) return refuse('OFFER_GRAMS_WITH_NO', {}, 'grams');
  if (grams === asked.grams) return undefined;
  if (asked.orderKind === 'LOT') return refuse('OFFER_LOT_WHOLE', {}, 'grams');
  if (grams > asked.grams)
    return refuse('OFFER_MORE_THAN_ASKED', { askedGrams: asked.grams }, 'grams');
  const leastGrams = leastPart(asked);
  return grams < leastGrams ? refuse('OFFER_BELOW_LEAST', { leastGrams }, 'grams') : undefined;
}
