import { bilingual } from '../../words/words.js';

export const say = bilingual(
  {
    title: 'Cấp mã vào chợ',
    intro:
      'Dùng khi tin nhắn không tới, hoặc số lâu không dùng nên chợ hỏi thêm. Xem giấy tờ trước, rồi đọc mã cho bà con.',
    phone: 'Số điện thoại của bà con',
    reason: 'Đã xem giấy tờ gì?',
    reasonHint: 'Được lưu lại. Ví dụ: đã xem căn cước, tin nhắn không tới.',
    issue: 'Cấp mã',
    read: 'Đọc mã này cho bà con',
    note: (until: string) => `Dùng một lần, đến ${until}. Bà con nhập vào ô mã 6 số khi đăng nhập.`,
    another: 'Cấp cho số khác',
    needLine: 'Cần có mạng để cấp mã.',
  },
  {
    title: 'Give a sign-in code',
    intro:
      'For when no message arrives, or a number has slept and the market asks for more. Look at the papers first, then read the code out.',
    phone: 'The person’s phone number',
    reason: 'Which papers did you see?',
    reasonHint: 'Kept on record. Such as: saw the identity card, no message arrives.',
    issue: 'Give a code',
    read: 'Read this code out',
    note: (until: string) =>
      `Good once, until ${until}. It goes where the 6 digits are asked at sign-in.`,
    another: 'For another number',
    needLine: 'This needs a signal.',
  },
);
