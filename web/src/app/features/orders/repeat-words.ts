import { bilingual } from '../../words/words.js';

export const say = bilingual(
  {
    title: 'Đặt lại như lần trước',
    like: (number: string, crop: string, place: string) => `Như đơn ${number}: ${crop}, ${place}`,
    day: 'Lấy hàng ngày nào',
    at: (moment: string) => `từ ${moment}`,
    kg: (grade: string) => `${grade}, số kg`,
    lastKg: (load: string) => `Lần trước ${load}`,
    price: 'Giá cao nhất mỗi kg',
    moved: (last: string, reference: string) =>
      `Lần trước ${last}. Giá tham khảo hôm nay ${reference}, đã tính lại.`,
    unknown: (last: string) => `Lần trước ${last}. Hôm nay chưa có giá tham khảo, điền giá mới.`,
    open: 'Lần trước để thương lượng.',
    goneGrades: (grades: string) => `Loại ${grades} không còn dùng, đã bỏ ra.`,
    poolGone: 'Nguồn gộp lần trước đã đóng, lần này gom cả chợ.',
    terms: 'Trừ hao, ngày trả tiền, cọc và cách chọn lô giữ như đơn trước.',
    send: (load: string) => `Đặt ${load}`,
    needKg: 'Ghi số kg trước',
    weekly: 'Tự lặp lại mỗi tuần',
    note: 'Chưa hỏi hộ nào. Đặt xong xem trước rồi mới gửi lời hỏi mua.',
  },
  {
    title: 'Order again',
    like: (number: string, crop: string, place: string) => `As order ${number}: ${crop}, ${place}`,
    day: 'Day of pick-up',
    at: (moment: string) => `from ${moment}`,
    kg: (grade: string) => `${grade}, weight`,
    lastKg: (load: string) => `Last time ${load}`,
    price: 'Most to pay a kilogram',
    moved: (last: string, reference: string) =>
      `Last time ${last}. The reference today is ${reference}; reckoned anew.`,
    unknown: (last: string) => `Last time ${last}. No reference today; write a new price.`,
    open: 'Left open last time.',
    goneGrades: (grades: string) => `Grade ${grades} is no more and was left out.`,
    poolGone: 'The pooled listing of last time is closed; this one asks the whole market.',
    terms: 'Deduction, payment, deposit and how lots are chosen stay as they were.',
    send: (load: string) => `Order ${load}`,
    needKg: 'Give a weight first',
    weekly: 'Let it come again each week',
    note: 'Nobody is asked yet. Look at the plan first, then send the offers.',
  },
);
