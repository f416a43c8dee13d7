import { bilingual } from '../../words/words.js';

export const say = bilingual(
  {
    signIn: 'Đăng nhập',
    newHousehold: 'Khai hộ mới',
    newFirm: 'Tôi là thương lái, nhà xe',
    profiles: 'Chọn hồ sơ',
    greeting: 'Chợ của bà con Lục Nam',
    market: 'Chợ hôm nay',
    prices: 'Bảng giá',
    green: 'nút xanh',
    amber: 'nút vàng',
  },
  {
    signIn: 'Sign in',
    newHousehold: 'New household',
    newFirm: 'I trade or carry goods',
    profiles: 'Choose a profile',
    greeting: 'The market of Lục Nam growers',
    market: 'Market today',
    prices: 'Price board',
    green: 'green button',
    amber: 'yellow button',
  },
);
