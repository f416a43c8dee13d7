import type { RefusalFacts } from '../kernel/refusal.js';
import { kgText, kgTextEn } from '../platform/words/format.js';
import { refusalWords } from '../platform/words/say.js';

type Fact = RefusalFacts[string] | undefined;

const LIMIT_VI: Readonly<Record<string, string>> = {
  crateGrams: 'Cân nặng một thùng',
  leastLineGrams: 'Mức lấy ít nhất mỗi lô',
  householdCapBp: 'Phần nhiều nhất của mỗi hộ',
  mostPickupPoints: 'Số điểm dừng xe',
  mostRoadMetres: 'Quãng đường xa nhất',
  mostTruckloads: 'Số chuyến xe',
  leastKeptBp: 'Mức giữ lời ít nhất',
};
const LIMIT_EN: Readonly<Record<string, string>> = {
  crateGrams: 'The weight of a crate',
  leastLineGrams: 'The least of one lot',
  householdCapBp: 'The most of one household',
  mostPickupPoints: 'The number of stops',
  mostRoadMetres: 'The longest way',
  mostTruckloads: 'The number of truckloads',
  leastKeptBp: 'The least share of promises kept',
};

/** A bound of a limit, with the limit's unit. */
function bound(limit: Fact, value: Fact, kg = kgText): string {
  const name = String(limit);
  if (name.endsWith('Grams')) return kg(Number(value));
  if (name.endsWith('Bp')) return `${Number(value) / 100} %`;
  return name.endsWith('Metres') ? `${Number(value) / 1000} km` : String(value);
}

type OverLimits = Readonly<
  Record<'POINTS' | 'TRUCKS' | 'CRATES', (most: number) => { message: string; nextStep: string }>
>;

const OVER_LIMITS_VI: OverLimits = {
  POINTS: (most) => ({
    message: `Các lô tự chọn nằm ở quá nhiều điểm: đơn này còn dừng được ${most} điểm.`,
    nextStep: 'Bỏ bớt lô ở điểm lẻ rồi gửi lại.',
  }),
  TRUCKS: (most) => ({
    message: `Các lô tự chọn nặng hơn sức xe: xe của đơn còn chở được ${kgText(most)}.`,
    nextStep: 'Bớt số kg rồi gửi lại.',
  }),
  CRATES: (most) => ({
    message: `Đơn này lấy chẵn thùng ${kgText(most)}; mỗi hộ chỉ được một dòng lẻ.`,
    nextStep: 'Sửa số kg cho chẵn thùng rồi gửi lại.',
  }),
};
const OVER_LIMITS_EN: OverLimits = {
  POINTS: (most) => ({
    message: `The chosen lots lie at too many places: this order may stop at ${most} more.`,
    nextStep: 'Leave out lots that lie alone and send again.',
  }),
  TRUCKS: (most) => ({
    message: `The chosen lots are more than the trucks of this order carry: ${kgTextEn(most)} more.`,
    nextStep: 'Take fewer kilograms and send again.',
  }),
  CRATES: (most) => ({
    message: `This order takes whole crates of ${kgTextEn(most)}, but for one line of each household.`,
    nextStep: 'Set the kilograms to whole crates and send again.',
  }),
};

const overOf = (limit: Fact): keyof OverLimits =>
  limit === 'POINTS' || limit === 'TRUCKS' ? limit : 'CRATES';

refusalWords({
  vi: {
    POOL_UNKNOWN: {
      message: 'Niêm yết gộp này đã đóng hoặc khác cây.',
      nextStep: 'Chọn lại niêm yết gộp, hoặc gom từ cả chợ.',
    },
    ALLOCATION_LIMIT_IMPLAUSIBLE: ({ limit, least, most }) => ({
      message: `${LIMIT_VI[String(limit)] ?? 'Giới hạn chọn lô'} chưa hợp lý.`,
      nextStep: `Nhập từ ${bound(limit, least)} đến ${bound(limit, most)}, hoặc bỏ trống.`,
    }),
    BY_HAND_REASON_MISSING: ({ least, most }) => ({
      message: 'Tự chọn lô thì cần ghi lý do.',
      nextStep: `Ghi từ ${String(least)} đến ${String(most)} chữ.`,
    }),
    BY_HAND_LINES_WRONG: {
      message: 'Danh sách tự chọn chưa đúng.',
      nextStep: 'Mỗi lô ghi một lần, với số kg lớn hơn 0.',
    },
    BY_HAND_IMPOSSIBLE: ({ lines }) => ({
      message:
        Number(lines) > 0
          ? `${String(lines)} lô tự chọn không lấy được như vậy.`
          : 'Số tự chọn vượt mức đơn cần hoặc mức mỗi hộ.',
      nextStep: 'Sửa số kg theo phần còn trống của từng lô rồi gửi lại.',
    }),
    BY_HAND_OVER_LIMITS: ({ limit, most }) => OVER_LIMITS_VI[overOf(limit)](Number(most)),
    ANSWERS_MOVED: {
      message: 'Vừa có hộ trả lời trong lúc gửi.',
      nextStep: 'Xem lại tiến độ rồi gửi lại.',
    },
    PREVIEW_STALE: {
      message: 'Kế hoạch đang xem đã cũ: đơn khác vừa lấy hàng hoặc hàng vừa đổi.',
      nextStep: 'Xem kế hoạch mới rồi gửi lại.',
    },
  },
  en: {
    POOL_UNKNOWN: {
      message: 'This pooled listing is closed, or of another crop.',
      nextStep: 'Choose another one, or gather from the whole market.',
    },
    ALLOCATION_LIMIT_IMPLAUSIBLE: ({ limit, least, most }) => ({
      message: `${LIMIT_EN[String(limit)] ?? 'This limit'} is not plausible.`,
      nextStep: `Enter ${bound(limit, least, kgTextEn)} to ${bound(limit, most, kgTextEn)}, or leave it empty.`,
    }),
    BY_HAND_REASON_MISSING: ({ least, most }) => ({
      message: 'Choosing by hand needs a reason.',
      nextStep: `Write ${String(least)} to ${String(most)} signs.`,
    }),
    BY_HAND_LINES_WRONG: {
      message: 'The list by hand is not right.',
      nextStep: 'Name each lot once, with kilograms above nought.',
    },
    BY_HAND_IMPOSSIBLE: ({ lines }) => ({
      message:
        Number(lines) > 0
          ? `${String(lines)} lots chosen by hand cannot be had like this.`
          : 'What was chosen is above the order’s wish or a household’s part.',
      nextStep: 'Set the kilograms by what each lot has free and send again.',
    }),
    BY_HAND_OVER_LIMITS: ({ limit, most }) => OVER_LIMITS_EN[overOf(limit)](Number(most)),
    ANSWERS_MOVED: {
      message: 'Households answered while this was being sent.',
      nextStep: 'Look at how the order stands and send again.',
    },
    PREVIEW_STALE: {
      message: 'The plan you looked at is stale: another order took stock, or the stock changed.',
      nextStep: 'Look at the new plan and send again.',
    },
  },
});
