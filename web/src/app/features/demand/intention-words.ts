import { bilingual } from '../../words/words.js';

export const say = bilingual(
  {
    title: 'Dự kiến theo số báo trước',
    note: 'Dự kiến không ràng buộc ai, chưa giữ hàng. Hộ đăng lô thì bạn được hỏi lại; qua ngày thì tự hết.',
    noForecast: 'Các ngày của đơn này chưa hộ nào báo trước, hoặc hàng đã lên chợ.',
    said: (load: string, households: string) => `${load} · ${households} hộ`,
    day: 'Ngày nào',
    weight: 'Dự kiến lấy',
    intend: 'Ghi dự kiến, không ràng buộc',
    noted: 'Đã ghi dự kiến và báo cho hộ',
    state: {
      NOTED: 'Dự kiến',
      ASKED: 'Hộ đã có lô',
      CONFIRMED: 'Đã hỏi mua',
      DROPPED: 'Đã thôi',
      LAPSED: 'Đã hết',
    },
    lotThere: 'Hộ đã đăng lô. Còn lấy không?',
    confirm: 'Còn, gửi lời hỏi mua',
    seeLot: 'Xem lô',
    drop: 'Thôi, không lấy',
    offer: 'Đăng lô',
    mine: 'Có người dự kiến lấy',
    mineNote:
      'Chưa ràng buộc ai, chưa phải bán. Có hàng thì đăng lô; người mua sẽ hỏi mua như thường.',
    mineLine: (buyer: string, load: string, crop: string, day: string) =>
      `${buyer}: ${load} ${crop}, ${day}`,
  },
  {
    title: 'By what is foretold',
    note: 'An intention binds nobody and sets nothing aside. You are asked again once the lot is there; it lapses with its day.',
    noForecast: 'Nothing is foretold for its days, or it is on sale already.',
    said: (load: string, households: string) => `${load} · ${households} households`,
    day: 'Which day',
    weight: 'Meant to take',
    intend: 'Note it; binds nobody',
    noted: 'Noted, and the households are told',
    state: {
      NOTED: 'Meant',
      ASKED: 'Lot is there',
      CONFIRMED: 'Asked for',
      DROPPED: 'Dropped',
      LAPSED: 'Lapsed',
    },
    lotThere: 'The lot is there. Do you still take it?',
    confirm: 'Yes, ask for it',
    seeLot: 'Look at the lot',
    drop: 'No, drop it',
    offer: 'Offer a lot',
    mine: 'Somebody means to take it',
    mineNote:
      'It binds nobody, and nothing is sold. Offer the lot once it is there; the buyer asks as usual.',
    mineLine: (buyer: string, load: string, crop: string, day: string) =>
      `${buyer}: ${load} ${crop}, ${day}`,
  },
);
