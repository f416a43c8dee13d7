import { bilingual } from '../../words/words.js';

export const say = bilingual(
  {
    mine: 'Nhờ giữ dự phòng',
    mineNote:
      'Người mua nhờ giữ sẵn, phòng khi hộ khác thiếu hàng. Nhận rồi vẫn đổi ý được, đến khi đơn cần lấy.',
    noneMine: 'Chưa ai nhờ giữ dự phòng',
    order: 'Đơn',
    price: 'Giá',
    from: 'Xe lấy từ',
    free: 'Được bán nơi khác từ',
    yes: 'Tôi giữ được',
    no: 'Không giữ',
    ofOrder: 'Lô dự phòng',
    ofOrderNote:
      'Hộ khác giữ sẵn cho đơn. Khi có hộ không bán hoặc xe đến không có hàng thì lấy của các hộ này trước.',
    none: 'Đơn chưa có lô dự phòng',
    noneNote: 'Chọn phần dự phòng rồi nhờ; hệ thống chọn hộ theo cách chọn lô của đơn.',
    share: 'Nhờ giữ bao nhiêu phần của đơn',
    percent: (percent: string) => `${percent} %`,
    ask: 'Nhờ các hộ giữ dự phòng',
    ready: (load: string) => `Sẵn sàng ${load}`,
    hidden: 'Hộ chưa nhận lời',
    call: 'Gọi',
    states: {
      ASKED: 'Chờ trả lời',
      READY: 'Đang giữ',
      DECLINED: 'Không nhận',
      RELEASED: 'Đã thôi giữ',
      USED: 'Đã lấy',
    },
  },
  {
    mine: 'Asked to stand by',
    mineNote:
      'A buyer asks you to keep fruit ready in case another household is short. A yes can be taken back until the order needs it.',
    noneMine: 'Nobody has asked you to stand by',
    order: 'Order',
    price: 'Price',
    from: 'Fetched from',
    free: 'Free to sell from',
    yes: 'I can keep it',
    no: 'I cannot',
    ofOrder: 'Lots that stand by',
    ofOrderNote:
      'Other households keep fruit ready for the order. When one declines, or the truck finds nothing, theirs is taken first.',
    none: 'No lot stands by for this order',
    noneNote: 'Choose a share and ask; households are chosen as the order chooses its lots.',
    share: 'How much of the order to keep in reserve',
    percent: (percent) => `${percent} %`,
    ask: 'Ask households to stand by',
    ready: (load) => `Ready: ${load}`,
    hidden: 'Has not said yes yet',
    call: 'Call',
    states: {
      ASKED: 'Waiting',
      READY: 'Standing by',
      DECLINED: 'Declined',
      RELEASED: 'Released',
      USED: 'Taken',
    },
  },
);
