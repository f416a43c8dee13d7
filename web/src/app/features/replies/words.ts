import { bilingual } from '../../words/words.js';

export const say = bilingual(
  {
    title: 'Gọi điện',
    helpCalls: 'Hộ nhờ gọi lại',
    none: 'Không phải gọi ai',
    noneNote: 'Thành viên chưa trả lời lời hỏi mua sau 10 phút sẽ hiện ở đây.',
    count: (households: number) => `${households} hộ chưa trả lời. Gấp nhất ở trên.`,
    asked: (kg: string, crop: string, vnd: string, at: string) =>
      `Hỏi mua ${kg} ${crop}, từ ${vnd}/kg, lấy ${at}.`,
    before: (moment: string) => `trước ${moment}`,
    told: 'đã gửi tin',
    notTold: 'chưa gửi được tin',
    lastCall: (calls: number, outcome: string) => `đã gọi ${calls} lần, ${outcome.toLowerCase()}`,
    noPhone: 'Hộ này chưa có số điện thoại.',
    call: (phone: string) => `Gọi ${phone}`,
    writeDown: 'Ghi điều hộ nói',
    said: (name: string) => `${name} nói gì?`,
    part: 'Nhận bán một phần',
    outcomes: {
      ACCEPTED: 'Nhận bán',
      DECLINED: 'Không bán',
      NO_ANSWER: 'Không nghe máy',
      WRONG_NUMBER: 'Sai số',
    },
    recorded: (name: string) => `Đã ghi cho ${name}. Hộ sẽ nhận được tin.`,
  },
  {
    title: 'Calls',
    helpCalls: 'Asked to be called',
    none: 'Nobody to call',
    noneNote: 'Members who have not answered an offer for ten minutes are shown here.',
    count: (households: number) =>
      `${households} households have not answered. Most pressing first.`,
    asked: (kg: string, crop: string, vnd: string, at: string) =>
      `Asks for ${kg} of ${crop}, from ${vnd}/kg, pick-up ${at}.`,
    before: (moment: string) => `before ${moment}`,
    told: 'message sent',
    notTold: 'no message sent yet',
    lastCall: (calls: number, outcome: string) => `called ${calls} times, ${outcome.toLowerCase()}`,
    noPhone: 'This household has no phone number yet.',
    call: (phone: string) => `Call ${phone}`,
    writeDown: 'Write down the answer',
    said: (name: string) => `What did ${name} say?`,
    part: 'Will sell a part',
    outcomes: {
      ACCEPTED: 'Will sell',
      DECLINED: 'Will not sell',
      NO_ANSWER: 'No answer',
      WRONG_NUMBER: 'Wrong number',
    },
    recorded: (name: string) => `Recorded for ${name}. The household will be told.`,
  },
);
