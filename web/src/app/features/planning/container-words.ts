import { bilingual } from '../../words/words.js';

export const say = bilingual(
  {
    names: { SOT: 'sọt', THUNG: 'thùng' },
    chip: (name: string, weight: string) => `${name} (${weight})`,
    ask: (name: string) => `Một ${name} mấy cân?`,
    typed: 'Ghi số sọt, số thùng',
    hint: 'ví dụ: 12 sọt, 3 thùng rưỡi',
    unknown: (name: string) =>
      `Chưa biết một ${name} được mấy cân. Bấm «Một ${name} mấy cân?» để ghi.`,
    ofHousehold: {
      SOT: 'Chưa biết một sọt của nhà này được mấy cân. Bấm «Đếm bằng sọt, thùng» để ghi.',
      THUNG: 'Chưa biết một thùng của nhà này được mấy cân. Bấm «Đếm bằng sọt, thùng» để ghi.',
    },
    unread: 'Chưa hiểu. Ghi như: 12 sọt, 3 thùng rưỡi, 2 tạ.',
    one: (name: string) => `Một ${name} được mấy cân`,
    save: 'Nhớ số này',
    saved: (name: string, weight: string) => `Đã nhớ: một ${name} ${weight}`,
    use: (weight: string) => `Lấy số này: ${weight}`,
    cancel: 'Thôi',
    needLine: 'Cần có mạng để ghi một sọt, một thùng được mấy cân.',
  },
  {
    names: { SOT: 'sọt (basket)', THUNG: 'thùng (crate)' },
    chip: (name: string, weight: string) => `${name}: ${weight}`,
    ask: (name: string) => `What does one ${name} hold?`,
    typed: 'How many',
    hint: 'as in: 12 sọt, 3 thùng rưỡi',
    unknown: (name: string) => `It is not known what one ${name} holds. Say so first.`,
    ofHousehold: {
      SOT: 'It is not known what one sọt of this household holds. Say so below.',
      THUNG: 'It is not known what one thùng of this household holds. Say so below.',
    },
    unread: 'Not understood. Write as in: 12 sọt, 3 thùng rưỡi, 2 tạ.',
    one: (name: string) => `What one ${name} holds`,
    save: 'Remember this',
    saved: (name: string, weight: string) => `Kept: one ${name} is ${weight}`,
    use: (weight: string) => `Take it: ${weight}`,
    cancel: 'Cancel',
    needLine: 'Saying what one holds needs the network.',
  },
);
