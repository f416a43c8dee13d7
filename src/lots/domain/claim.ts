import type { Day } from '../../kernel/day.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';

/** What a household may say of its fruit by the number of a paper. */
export type ClaimKind = 'VIETGAP' | 'GLOBALGAP' | 'ORGANIC' | 'GROWING_AREA';

export interface ClaimTerms {
  readonly kind: ClaimKind;
  readonly number: string;
  readonly validFrom: Day;
  /** Null while the paper names no end. */
  readonly validTo: Day | null;
}

export type ClaimRefusal = 'CLAIM_NUMBER_WRONG' | 'CLAIM_DAYS_WRONG' | 'CLAIM_OVER';

/**
 * Codes of growing areas and packing houses in use: `VN-BGOR-0017` (and the form printed without its dash,
 * `VNBGOR0017`), and the newer one that adds district and commune, `VN-24-213-07498-0012`.
 */
const GROWING_AREA_FORMS: readonly RegExp[] = [
  /^VN-?[A-Z]{2}(OR|PH)-?\d{3,4}$/,
  /^VN(-\d{2,5}){2,4}$/,
];
const NUMBER = /^[\p{L}\p{N}][\p{L}\p{N} ./-]{2,39}$/u;

/** As it is kept and compared: one case, no doubled spaces. */
export const claimNumber = (typed: string): string =>
  typed.normalize('NFC').trim().replace(/\s+/g, ' ').toUpperCase();

/** What must hold of a claim when it is made. `number` is as `claimNumber` writes it. */
export function checkClaim(
  { kind, number, validFrom, validTo }: ClaimTerms,
  today: Day,
): Refusal<ClaimRefusal> | undefined {
  const isForm =
    kind === 'GROWING_AREA'
      ? GROWING_AREA_FORMS.some((form) => form.test(number))
      : NUMBER.test(number);
  if (!isForm) return refuse('CLAIM_NUMBER_WRONG', { kind }, 'number');
  if (validFrom > today) return refuse('CLAIM_DAYS_WRONG', {}, 'validFrom');
  if (validTo !== null && validTo < validFrom) return refuse('CLAIM_DAYS_WRONG', {}, 'validTo');
  return validTo !== null && validTo < today ? refuse('CLAIM_OVER', {}, 'validTo') : undefined;
}
