import type { Locale } from '../platform/access/actor.js';
import { kgText, kgTextEn, vndText, vndTextEn } from '../platform/words/format.js';

export interface CoverageFigures {
  readonly lots: number;
  readonly communes: number;
  readonly coveredGrams: number;
  readonly wantedGrams: number;
  readonly percent: number;
  readonly averageVndPerKg: number | null;
  readonly truckloads: number;
}

const TONNE_G = 1_000_000;
// Never more than was found: tenths are cut, not rounded.
const tenths = { maximumFractionDigits: 1, roundingMode: 'floor' } as const;

/** `4,7/5 tấn`; below a tonne in kilograms. */
function ofWanted(covered: number, wanted: number, locale: Locale): string {
  const isEn = locale === 'en';
  const kg = isEn ? kgTextEn : kgText;
  if (wanted < TONNE_G) return `${kg(covered)}/${kg(wanted)}`;
  const tonnes = new Intl.NumberFormat(isEn ? 'en' : 'vi-VN', tenths);
  return `${tonnes.format(covered / TONNE_G)}/${tonnes.format(wanted / TONNE_G)} ${isEn ? 't' : 'tấn'}`;
}

/** The answer to "who has this much together?" in one sentence (SM-02). */
export function coverageText(found: CoverageFigures, locale: Locale): string {
  const { lots, communes, coveredGrams, wantedGrams, percent, averageVndPerKg, truckloads } = found;
  if (locale === 'en') {
    if (averageVndPerKg === null) return 'No lot fits this day yet.';
    const share = `${percent} % (${ofWanted(coveredGrams, wantedGrams, locale)})`;
    return `${lots} lots in ${communes} communes cover ${share}, ${vndTextEn(averageVndPerKg)}/kg on average, ${truckloads} truckloads`;
  }
  if (averageVndPerKg === null) return 'Ngày này chưa có lô nào phù hợp.';
  const share = `${percent} % (${ofWanted(coveredGrams, wantedGrams, locale)})`;
  return `${lots} lô, ${communes} xã, phủ ${share}, giá bình quân ${vndText(averageVndPerKg)}/kg, ${truckloads} chuyến`;
}

/** `đã báo 11/12 hộ, 1 hộ cần gọi điện` (NO-02). */
export function toldText(
  { households, told, toCall }: { households: number; told: number; toCall: number },
  locale: Locale,
): string {
  if (locale === 'en') {
    const call = toCall === 0 ? '' : `, ${toCall} to be called`;
    return `${told} of ${households} households told${call}`;
  }
  return `đã báo ${told}/${households} hộ${toCall === 0 ? '' : `, ${toCall} hộ cần gọi điện`}`;
}

/** `8/12 hộ đã nhận lời` (AL-09). */
export const progressText = (accepted: number, asked: number, locale: Locale): string =>
  locale === 'en'
    ? `${accepted} of ${asked} households said yes`
    : `${accepted}/${asked} hộ đã nhận lời`;
