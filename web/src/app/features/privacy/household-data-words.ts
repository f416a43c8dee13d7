import { bilingual } from '../../words/words.js';

export const say = bilingual(
  {
    title: 'Lấy dữ liệu của hộ',
    what: 'Mọi thứ chợ giữ về hộ và người trong hộ: lô, đơn, phiếu cân, tiền, lần đăng nhập.',
    told: 'Hộ nhận tin báo ai lấy, lúc nào. Mỗi lần lấy cần một mã hoặc một giấy mới.',
    byCodeNote: 'Hộ đọc mã cho mình là xin lấy dữ liệu.',
    paperHow:
      'Viết: “Tôi tên là …, thôn …, xin lấy dữ liệu của nhà tôi trên Chợ Lục Nam.” Ghi ngày, hộ ký tên.',
    paperAlt: 'Ảnh giấy hộ xin lấy dữ liệu',
    record: 'Lấy dữ liệu cho hộ',
    made: (rows: string) => `Đã gom ${rows} dòng dữ liệu của hộ. Hộ nhận tin báo.`,
    once: 'Tải về rồi giao cho hộ ngay; rời trang này là phải xin hộ lại. Giao xong, xóa tệp khỏi máy.',
  },
  {
    title: 'Hand a household its data',
    what: 'All that is kept about it and its people: lots, orders, tickets, money, sign-ins.',
    told: 'It is told who took it and when. Each time needs a new code or a new paper.',
    byCodeNote: 'Reading it to you is its wish.',
    paperHow:
      'Write: “I, …, of hamlet …, ask for what Chợ Lục Nam keeps about my household.” Date and signature.',
    paperAlt: 'The paper in which the household asks for its data',
    record: 'Take its data out',
    made: (rows: string) => `${rows} rows are ready. The household is told.`,
    once: 'Download and hand over now: after this page it must be asked again. Then delete the file from this device.',
  },
);
