import { bilingual } from '../../words/words.js';

export const say = bilingual(
  {
    title: 'Dán bài',
    post: 'Dán bài rao bán vào đây',
    postHint: 'Ví dụ: Na dai 5 tạ giá 35, sáng mai.',
    read: 'Đọc được',
    crop: 'Hàng',
    grade: 'Loại',
    weight: 'Khối lượng',
    price: 'Giá',
    day: 'Ngày lấy',
    days: ['Hôm nay', 'Sáng mai', 'Ngày kia'],
    unclear: 'chưa rõ',
    orderPrice: 'theo giá đơn',
    phoneGone: 'Số điện thoại trong bài không được đăng. Chưa đăng bán cho tới khi bà con xem lại.',
    whichGrade: 'Loại nào?',
    goOn: 'Xem lại rồi đăng',
  },
  {
    title: 'Paste a post',
    post: 'Paste your post here',
    postHint: 'For example: Na dai 5 tạ giá 35, sáng mai.',
    read: 'What was read',
    crop: 'Goods',
    grade: 'Grade',
    weight: 'Weight',
    price: 'Price',
    day: 'Pick-up day',
    days: ['Today', 'Tomorrow morning', 'The day after'],
    unclear: 'not clear',
    orderPrice: 'at the order’s price',
    phoneGone:
      'Telephone numbers are not published. Nothing is offered until you have looked at it.',
    whichGrade: 'Which grade?',
    goOn: 'Look and offer',
  },
);
