import { bilingual } from '../../words/words.js';

export const say = bilingual(
  {
    title: 'Cho ai xem trước, gộp lô',
    gone: 'Lô này đã rời chợ.',
    first: 'Cho ai xem trước',
    firstNote: 'Chỉ người được chọn thấy và hỏi mua lô này, đến giờ mở thì ai cũng thấy.',
    nobodyKnown: 'Chưa bán cho ai, chưa vào hợp tác xã nào nên chưa có ai để chọn.',
    kinds: { TRADER: 'thương lái từng mua', COOPERATIVE: 'hợp tác xã của mình' } as Readonly<
      Record<string, string>
    >,
    more: (count: number) => `Xem thêm ${count} người mua`,
    openAt: 'Khi nào mở cho mọi người?',
    inHours: (hours: number, moment: string) => `Sau ${hours} giờ, ${moment}`,
    tooLate: 'Sắp hết giờ lấy hàng, không kịp cho xem trước.',
    show: 'Cho xem trước',
    onlySome: (moment: string) => `Chỉ người được chọn thấy đến ${moment}.`,
    openNow: 'Mở cho mọi người ngay',
    join: 'Gộp vào lô khác',
    joinNote: 'Hàng còn trống của lô này chuyển sang lô kia, đủ từng kg; lô này rời chợ.',
    noOther: 'Không có lô nào khác cùng mặt hàng đang bán.',
    into: 'Gộp vào lô nào?',
    from: (load: string) => `còn ${load}`,
    joinYes: 'Gộp lô',
  },
  {
    title: 'Show it first to some, join lots',
    gone: 'This lot has left the market.',
    first: 'Who sees it first',
    firstNote: 'Only those chosen see it and ask for it; from the hour on, everybody.',
    nobodyKnown:
      'You have sold to nobody and belong to no cooperative yet, so there is nobody to choose.',
    kinds: { TRADER: 'bought before', COOPERATIVE: 'your cooperative' },
    more: (count) => `Show ${count} more buyers`,
    openAt: 'When does everybody see it?',
    inHours: (hours: number, moment: string) => `In ${hours} hours, ${moment}`,
    tooLate: 'Its pick-up time is nearly over; there is no time to show it first.',
    show: 'Show it to them first',
    onlySome: (moment: string) => `Only those chosen see it until ${moment}.`,
    openNow: 'Show it to everybody now',
    join: 'Join it to another lot',
    joinNote:
      'What is free of this lot moves to the other, gram for gram; this one leaves the market.',
    noOther: 'No other lot of the same goods is on the market.',
    into: 'Into which lot?',
    from: (load: string) => `${load} free`,
    joinYes: 'Join the lots',
  },
);
