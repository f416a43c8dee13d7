import { bilingual } from '../../words/words.js';

export const say = bilingual(
  {
    title: 'Hộ xin xóa hồ sơ',
    what: 'Tên, số điện thoại, vị trí, ảnh giấy của hộ mất hẳn. Cân nặng và tiền đã ghi vẫn ở trong sổ, không còn tên hộ.',
    when: 'Ghi xong, một ngày sau mới xóa. Trước đó hộ đổi ý thì rút lại được.',
    byCodeNote: 'Hộ đọc mã cho mình là xin xóa.',
    paperHow:
      'Viết: “Tôi tên là …, thôn …, xin xóa hồ sơ của nhà tôi trên Chợ Lục Nam.” Ghi ngày, hộ ký tên.',
    paperAlt: 'Ảnh giấy hộ xin xóa hồ sơ',
    record: 'Ghi hộ xin xóa',
    recorded: 'Đã ghi. Hộ nhận tin báo.',
    waits: (at: string) => `Hồ sơ sẽ xóa sau ${at}.`,
    keep: 'Hộ thôi, không xóa nữa',
    kept: 'Đã ghi: hộ không xóa nữa.',
  },
  {
    title: 'A household asks to be forgotten',
    what: 'Its name, number, place and photos of papers go for good. Kilograms and sums stay in the books, without its name.',
    when: 'It is done a day after it was put on record. Until then it can be taken back.',
    byCodeNote: 'Reading it to you is its wish.',
    paperHow:
      'Write: “I, …, of hamlet …, ask that what Chợ Lục Nam keeps of my household is erased.” Date and signature.',
    paperAlt: 'The paper in which the household asks to be forgotten',
    record: 'Put its wish on record',
    recorded: 'On record. The household is told.',
    waits: (at: string) => `It is forgotten from ${at} on.`,
    keep: 'It wants to stay after all',
    kept: 'On record: it stays.',
  },
);
