import { bilingual } from '../../words/words.js';

export const say = bilingual(
  {
    title: 'Dữ liệu của tôi',
    ourNumbers: 'Số của nhà mình',
    consents: 'Việc cần bà con đồng ý',
    consentsNote: 'Không đồng ý vẫn dùng chợ đủ mọi việc. Đổi ý lúc nào cũng được.',
    purposes: {
      PUBLIC_NAME: {
        label: 'Ghi tên hộ ở trang công khai',
        note: 'Tên hộ được phép hiện trên trang lô và trang truy xuất. Số điện thoại thì không.',
      },
      NEWS: {
        label: 'Nhận tin giá và tin chung',
        note: 'Ngoài những tin bắt buộc về đơn hàng, cân, tiền.',
      },
    },
    since: (moment: string) => `Đã chọn ${moment}`,
    saw: 'Ai đã xem số của tôi',
    sawNote: 'Mỗi lần chợ cho ai xem số điện thoại của mình đều ghi ở đây, giữ hai năm.',
    nobody: 'Chưa ai xem số của bà con.',
    lookedFor: {
      TRADE: 'Mua bán, chở hàng hoặc việc mình nhờ',
      OFFER_CALL: 'Gọi hỏi về lời hỏi mua',
      PERMIT: 'Duyệt giấy đi đường mình xin',
      HELP_CALL: 'Gọi lại vì mình nhờ gọi',
      PAPERS: 'Xét hồ sơ, khai trùng',
      DISPUTE: 'Gỡ vướng mắc đơn, cân, tiền',
      COUNTER: 'Mình đến nhờ tại chỗ',
      URGENT: 'Việc khẩn: dịch bệnh, an toàn',
    },
    sawOn: (moment: string, times: number) => `${moment} · ${times} lần`,
    takeHome: 'Lấy dữ liệu về máy',
    takeHomeNote:
      'Mọi thứ chợ giữ về bà con ở hồ sơ đang dùng: lô, đơn, phiếu cân, tiền, lần đăng nhập.',
    json: 'Tải bản đầy đủ (JSON)',
    csv: 'Tải bản bảng tính (CSV)',
    making: 'Đang gom dữ liệu…',
    made: (rows: string) => `Đã tải về ${rows} dòng.`,
    forget: 'Xóa tên và số của tôi',
    forgetNote:
      'Chỉ xóa hồ sơ đang dùng; nhà khác cùng máy vẫn nguyên. Xóa sau 24 giờ, chậm nhất hai ngày làm việc. Phiếu cân và sổ tiền giữ lại nhưng không còn tên.',
    forgetAsk: 'Xóa tên và số của bà con khỏi chợ?',
    forgetAskNote: 'Sau 24 giờ thì không lấy lại được. Trước đó, mở trang này để rút lại.',
    forgetYes: 'Xóa sau 24 giờ',
    stay: 'Giữ lại',
    waits: (moment: string) => `Sẽ xóa sau ${moment}.`,
    cancel: 'Không xóa nữa',
    needLine: 'Cần có mạng để đổi.',
  },
  {
    title: 'My data',
    ourNumbers: 'Our numbers',
    consents: 'What needs your consent',
    consentsNote: 'The market works the same without. You may change your mind at any time.',
    purposes: {
      PUBLIC_NAME: {
        label: 'Show the household’s name on public pages',
        note: 'The name may stand on pages of lots and of origin. The phone number never does.',
      },
      NEWS: {
        label: 'Prices and news of the market',
        note: 'Beside what you must know of orders, weighing and money.',
      },
    },
    since: (moment: string) => `Chosen ${moment}`,
    saw: 'Who saw my number',
    sawNote: 'Each time the market shows your number to somebody it stands here, for two years.',
    nobody: 'Nobody has seen your number yet.',
    lookedFor: {
      TRADE: 'A deal, its transport, or what you asked for',
      OFFER_CALL: 'A call about an offer',
      PERMIT: 'Judging the permit you asked for',
      HELP_CALL: 'Calling back because you asked',
      PAPERS: 'Papers, double entries',
      DISPUTE: 'A dispute about order, scale, money',
      COUNTER: 'You asked at the counter',
      URGENT: 'Urgent: epidemic, safety',
    },
    sawOn: (moment: string, times: number) =>
      `${moment} · ${times === 1 ? 'once' : `${times} times`}`,
    takeHome: 'Take my data home',
    takeHomeNote:
      'All the market keeps about you in the profile in use: lots, orders, tickets, money, sign-ins.',
    json: 'Download everything (JSON)',
    csv: 'Download for a spreadsheet (CSV)',
    making: 'Gathering…',
    made: (rows: string) => `${rows} rows downloaded.`,
    forget: 'Erase my name and number',
    forgetNote:
      'The profile in use only; other households on this phone stay whole. Done after 24 hours, within two working days. Tickets and accounts stay, without a name.',
    forgetAsk: 'Erase your name and number from the market?',
    forgetAskNote:
      'After 24 hours it cannot be undone. Until then, open this page to take it back.',
    forgetYes: 'Erase after 24 hours',
    stay: 'Keep them',
    waits: (moment: string) => `Will be erased after ${moment}.`,
    cancel: 'Do not erase',
    needLine: 'This needs a signal.',
  },
);
