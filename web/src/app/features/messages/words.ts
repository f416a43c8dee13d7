import { bilingual } from '../../words/words.js';

export const say = bilingual(
  {
    title: 'Tin báo',
    bell: (unread: number) => (unread > 0 ? `Tin báo, ${unread} tin chưa đọc` : 'Tin báo'),
    none: 'Chưa có tin nào',
    noneNote: 'Có người hỏi mua, có phiếu cân, có tiền về: tin hiện ở đây.',
    unread: 'mới',
    readAll: 'Đánh dấu đã đọc hết',
    howToTell: 'Cách báo tin: Zalo, SMS, giờ yên lặng',
  },
  {
    title: 'Messages',
    bell: (unread: number) => (unread > 0 ? `Messages, ${unread} unread` : 'Messages'),
    none: 'No messages yet',
    noneNote: 'Offers, weigh tickets and payments are told here.',
    unread: 'new',
    readAll: 'Mark all as read',
    howToTell: 'How to be told: Zalo, text, quiet hours',
  },
);
