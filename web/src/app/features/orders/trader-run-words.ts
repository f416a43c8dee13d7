import { bilingual } from '../../words/words.js';

export const say = bilingual(
  {
    title: 'Lập chuyến lấy hàng',
    trucks: 'Xe lấy hàng',
    intro: (deals: string, load: string) =>
      `${deals} hộ, ${load}. Chợ chọn xe, xếp hàng và sắp thứ tự các nhà.`,
    plan: 'Tìm xe và sắp chuyến',
    planning: 'Đang sắp chuyến…',
    load: (load: string, payload: string) => `chở ${load} / tải ${payload}`,
    call: 'Gọi tài xế',
    permit: 'Chuyến này cần giấy phép. Tài xế xin ngay trên máy của mình.',
    drop: 'Giao hàng',
    stopStates: {
      PENDING: 'Chưa đến',
      ARRIVED: 'Xe đang ở đây',
      DONE: 'Đã lấy',
      PARTIAL: 'Lấy một phần',
      FAILED: 'Không lấy được',
      SKIPPED: 'Bỏ qua',
    },
    unassigned: (n: string) => `${n} hộ chưa có xe`,
    done: 'Xong',
  },
  {
    title: 'Plan the pickup',
    trucks: 'The trucks',
    intro: (deals: string, load: string) =>
      `${deals} households, ${load}. The market picks trucks and orders the stops.`,
    plan: 'Find trucks and plan',
    planning: 'Planning…',
    load: (load: string, payload: string) => `carries ${load} of ${payload}`,
    call: 'Call the driver',
    permit: 'This run needs a permit. The driver asks for it on the phone.',
    drop: 'Delivery',
    stopStates: {
      PENDING: 'Not reached',
      ARRIVED: 'The truck is there',
      DONE: 'Taken',
      PARTIAL: 'Part taken',
      FAILED: 'Nothing taken',
      SKIPPED: 'Left out',
    },
    unassigned: (n: string) => `${n} households without a truck`,
    done: 'Done',
  },
);
