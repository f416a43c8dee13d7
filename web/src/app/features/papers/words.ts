import { bilingual } from '../../words/words.js';

export const say = bilingual(
  {
    title: 'Giấy tờ của đơn',
    order: (number: string) => `Đơn ${number}`,
    confirmation: 'Xác nhận đơn gom',
    pickList: 'Phiếu đi gom theo thôn',
    pickListNote: 'Có số điện thoại các hộ: chỉ đưa cho người đi gom.',
    deals: 'Bản thỏa thuận từng hộ',
    deal: 'Bản thỏa thuận (PDF)',
    making: 'Đang lập…',
    none: 'Đơn chưa chốt nên chưa có giấy',
    gone: 'Chưa có giấy này.',
    again: 'Mở lại sau khi đơn đã chốt.',
  },
  {
    title: 'Papers of the order',
    order: (number: string) => `Order ${number}`,
    confirmation: 'Order confirmation',
    pickList: 'Pick list by hamlet',
    pickListNote: 'It names the households’ telephones: only for whoever collects.',
    deals: 'Deal sheets, by household',
    deal: 'Deal sheet (PDF)',
    making: 'In the making…',
    none: 'The order is not committed, so it has no papers yet',
    gone: 'There is no such paper yet.',
    again: 'Open it again once the order is committed.',
  },
);
