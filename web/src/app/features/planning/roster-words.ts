import { bilingual } from '../../words/words.js';

export const say = bilingual(
  {
    title: 'Thêm hộ',
    list: 'Nhập từ bảng Excel',
    listNote: 'Mỗi dòng một hộ và một cây. Xem thử từng dòng, chưa ghi gì.',
    template: 'Tải bảng mẫu',
    choose: 'Chọn bảng đã ghi',
    reading: 'Đang xem bảng…',
    counted: (good: string, all: string) => `${good} trong ${all} dòng ghi được`,
    line: (n: string) => `Dòng ${n}`,
    another: 'Đúng là hộ khác',
    paperNote:
      'Các hộ ký tên vào danh sách giấy. Chụp rõ cả tờ; ảnh chỉ để làm chứng, không ai ngoài xã xem.',
    paper: 'Chụp danh sách đã ký',
    paperAlt: 'Ảnh danh sách các hộ đã ký',
    letsSell: 'Giấy có ghi các hộ cho bên mình bán thay',
    paperNeeded: 'Chụp danh sách đã ký trước',
    enter: (n: string) => `Ghi ${n} dòng vào sổ`,
    status: {
      NEW: 'hộ mới',
      THERE: 'đã có',
      LIKELY_THERE: 'giống hộ đã có',
      REFUSED: 'cần sửa',
      WRITTEN: 'đã ghi',
    },
  },
  {
    title: 'More households',
    list: 'From a spreadsheet',
    listNote: 'One household and one crop a row. Rows are looked at first; nothing is written.',
    template: 'Download the empty list',
    choose: 'Choose the filled list',
    reading: 'Looking…',
    counted: (good: string, all: string) => `${good} of ${all} rows can be entered`,
    line: (n: string) => `Row ${n}`,
    another: 'It is another household',
    paperNote:
      'The households sign a list on paper. Photograph the whole sheet; it is kept as proof and shown to nobody else.',
    paper: 'Photograph the signed list',
    paperAlt: 'The list the households signed',
    letsSell: 'The paper says that you may sell for them',
    paperNeeded: 'Photograph the signed list first',
    enter: (n: string) => `Enter ${n} rows`,
    status: {
      NEW: 'new',
      THERE: 'here already',
      LIKELY_THERE: 'like one already here',
      REFUSED: 'to mend',
      WRITTEN: 'entered',
    },
  },
);
