import { bilingual } from '../../words/words.js';

/** Words of a plan as it is drawn. */
export const say = bilingual(
  {
    mapLabel: (list: string) => `Hàng đến từ: ${list}`,
    goods: (grade: string) => `Tiền hàng ${grade}`,
    transport: 'Tiền gom và chở',
  },
  {
    mapLabel: (list: string) => `It comes from: ${list}`,
    goods: (grade: string) => `Goods, ${grade}`,
    transport: 'Collecting and transport',
  },
);
