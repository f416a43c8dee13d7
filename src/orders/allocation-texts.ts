import type { Locale } from '../platform/access/actor.js';
import { kgText, kgTextEn, vndText, vndTextEn } from '../platform/words/format.js';
import type { ClaimKind } from '../lots/index.js';
import type { AllocationLimits } from './domain/allocation-limits.js';
import type { NearestAnswer } from './domain/nearest.js';

const PAPERS: Readonly<Record<ClaimKind, Readonly<Record<Locale, string>>>> = {
  VIETGAP: { vi: 'giấy VietGAP', en: 'a VietGAP certificate' },
  GLOBALGAP: { vi: 'giấy GlobalGAP', en: 'a GlobalGAP certificate' },
  ORGANIC: { vi: 'giấy hữu cơ', en: 'an organic certificate' },
  GROWING_AREA: { vi: 'mã số vùng trồng', en: 'a growing-area code' },
};

/** The limits an order was gathered under, a sentence each, for whoever asks why (AL-14). */
export function limitTexts(
  limits: AllocationLimits & { readonly householdCapGrams: number | null },
  locale: Locale,
): string[] {
  const say = (vi: string, en: string): string => (locale === 'en' ? en : vi);
  const kg = locale === 'en' ? kgTextEn : kgText;
  const texts: string[] = [];
  if (limits.householdCapGrams !== null) {
    const most = kg(limits.householdCapGrams);
    texts.push(say(`Mỗi hộ được lấy nhiều nhất ${most}.`, `At most ${most} of one household.`));
  }
  if (limits.householdCapBp !== null) {
    const percent = limits.householdCapBp / 100;
    texts.push(
      say(
        `Mỗi hộ được lấy nhiều nhất ${percent} % của đơn.`,
        `At most ${percent} % of the order of one household.`,
      ),
    );
  }
  if (limits.isUnsoldFirst) {
    texts.push(
      say(
        'Hộ chưa bán được tuần này được ưu tiên.',
        'Households that sold nothing this week come first.',
      ),
    );
  }
  if (limits.crateGrams !== null) {
    const crate = kg(limits.crateGrams);
    texts.push(say(`Lấy chẵn thùng ${crate}.`, `Whole crates of ${crate}.`));
  }
  if (limits.leastLineGrams !== null) {
    const least = kg(limits.leastLineGrams);
    texts.push(say(`Mỗi lô lấy ít nhất ${least}.`, `At least ${least} of one lot.`));
  }
  if (limits.certificate !== null) {
    const paper = PAPERS[limits.certificate];
    texts.push(say(`Mỗi lô phải có ${paper.vi}.`, `Every lot must have ${paper.en}.`));
  }
  if (limits.leastKeptBp !== null) {
    const percent = limits.leastKeptBp / 100;
    texts.push(
      say(
        `Hộ phải giữ được ít nhất ${percent} % lời hứa giao hàng.`,
        `Its household must have kept at least ${percent} % of its promises.`,
      ),
    );
  }
  if (limits.mostPickupPoints !== null) {
    const points = limits.mostPickupPoints;
    texts.push(
      say(`Xe ghé nhiều nhất ${points} điểm.`, `The truck stops at most ${points} times.`),
    );
  }
  if (limits.mostRoadMetres !== null) {
    const km = Math.round(limits.mostRoadMetres / 1000);
    texts.push(say(`Lô cách nơi giao nhiều nhất ${km} km đường.`, `At most ${km} km by road.`));
  }
  if (limits.mostTruckloads !== null) {
    const trucks = limits.mostTruckloads;
    texts.push(say(`Nhiều nhất ${trucks} chuyến xe.`, `At most ${trucks} truckloads.`));
  }
  return texts;
}

/** What would have to change for how much, in one sentence. */
export function nearestText(
  { kind, grams, vndPerKg }: NearestAnswer,
  gradeName: string | null,
  locale: Locale,
): string {
  if (locale === 'en') {
    const load = kgTextEn(grams);
    switch (kind) {
      case 'TAKE_LESS':
        return `Take what there is: ${load}.`;
      case 'NEXT_DAY':
        return `A day later there is ${load}.`;
      case 'HIGHER_PRICE':
        return `Paying up to ${vndTextEn(vndPerKg ?? 0)}/kg brings ${load}.`;
      case 'OTHER_GRADE':
        return `With ${gradeName ?? 'another grade'} as well it is ${load}.`;
      case 'ANY_COMMUNE':
        return `From any commune it is ${load}.`;
    }
  }
  const load = kgText(grams);
  switch (kind) {
    case 'TAKE_LESS':
      return `Lấy số đang có: ${load}.`;
    case 'NEXT_DAY':
      return `Lấy muộn một ngày thì có ${load}.`;
    case 'HIGHER_PRICE':
      return `Trả đến ${vndText(vndPerKg ?? 0)}/kg thì gom được ${load}.`;
    case 'OTHER_GRADE':
      return `Lấy thêm ${gradeName ?? 'loại khác'} thì được ${load}.`;
    case 'ANY_COMMUNE':
      return `Lấy ở mọi xã thì được ${load}.`;
  }
}
