import { bilingual } from '../../words/words.js';

export const say = bilingual(
  {
    replace: 'Lấy hàng dự phòng',
    missing: (load: string) => `Đơn còn thiếu ${load}.`,
    enough: 'Cả đơn vẫn đủ trong dung sai, chưa cần lấy thêm.',
    noOption: 'Không có lô dự phòng nào lấy được',
    noOptionNote: 'Xe đã đầy, hoặc các hộ đã thôi giữ. Gọi cho người đặt xe.',
    detour: (minutes: string) => `đi vòng thêm ${minutes} phút`,
    choose: 'Chọn hộ lấy thay',
    take: (kg: string, count: string) => `Lấy ${kg} của ${count} hộ`,
    takeTitle: (kg: string, names: string) => `Lấy thay ${kg} của ${names}`,
  },
  {
    replace: 'Take what stands by',
    missing: (load) => `The order is short of ${load}.`,
    enough: 'The order is still inside its tolerance; nothing more is needed.',
    noOption: 'No lot that stands by can be taken',
    noOptionNote: 'The truck is full, or they were released. Call whoever sent the truck.',
    detour: (minutes) => `${minutes} minutes more`,
    choose: 'Choose whose fruit to take',
    take: (kg, count) => `Take ${kg} from ${count} households`,
    takeTitle: (kg, names) => `Take ${kg} of ${names} instead`,
  },
);
