import type { Locale } from '../platform/access/actor.js';
import { kgText, vndText } from '../platform/words/format.js';

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
const tonnes = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1, roundingMode: 'floor' });

/** `4,7/5 tấn`; below a tonne in kilograms. Never more than was found: tenths are cut, not rounded. */
function ofWanted(covered: number, wanted: number, tonne: string): string {
  if (wanted < TONNE_G) return `${kgText(covered)}/${kgText(wanted)}`;
  return `${tonnes.format(covered / TONNE_G)}/${tonnes.format(wanted / TONNE_G)} ${tonne}`;
}

/** The answer to "who has this much together?" in one sentence (SM-02). */
export function coverageText(found: CoverageFigures, locale: Locale): string {
  const { lots, communes, coveredGrams, wantedGrams, percent, averageVndPerKg, truckloads } = found;
  if (locale === 'en') {
    if (averageVndPerKg === null) return 'No lot fits this day yet.';
    const share = `${percent} % (${ofWanted(coveredGrams, wantedGrams, 't')})`;
    return `${lots} lots in ${communes} communes cover ${share}, ${vndText(averageVndPerKg)}/kg on average, ${truckloads} truckloads`;
  }
  if (averageVndPerKg === null) return 'Ngày này chưa có lô nào phù hợp.';
  const share = `${percent} % (${ofWanted(coveredGrams, wantedGrams, 'tấn')})`;
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
