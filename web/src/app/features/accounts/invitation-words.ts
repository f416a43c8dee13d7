import { bilingual } from '../../words/words.js';

export const say = bilingual(
  {
    title: (coop: string) => `${coop} mời nhà mình vào`,
    note: 'Vào hợp tác xã thì được báo hàng và gom bán chung. Muốn nhờ bán thay thì chọn riêng ở dưới.',
    join: 'Vào hợp tác xã',
    decline: 'Chưa vào',
    joined: (coop: string) => `Nhà mình đã vào ${coop}.`,
    declined: 'Đã trả lời là chưa vào.',
  },
  {
    title: (coop: string) => `${coop} asks you to join`,
    note: 'Members report and sell together. Letting it sell for you is chosen apart, below.',
    join: 'Join',
    decline: 'Not now',
    joined: (coop: string) => `You joined ${coop}.`,
    declined: 'They are told that you do not join now.',
  },
);
