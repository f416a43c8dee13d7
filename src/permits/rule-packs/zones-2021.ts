import type { ZoneStatus } from '../domain/rule-pack.js';

/** How closed Lục Nam (district 218) and Hà Nội were, as far as known. */
export const ZONES_2021: readonly ZoneStatus[] = [
  {
    unit: 'district:218',
    measure: 'CT16',
    from: '2021-05-19T00:00:00+07:00',
    to: '2021-06-07T12:00:00+07:00',
    sourceNote: 'Cùng Yên Dũng và Lạng Giang; báo chí 18/5/2021.',
    confidence: 'SOURCED',
  },
  {
    unit: 'district:218',
    measure: 'CT15',
    from: '2021-06-07T12:00:00+07:00',
    to: '2021-07-09T00:00:00+07:00',
    sourceNote: 'Ngày cuối suy từ 3408/KH-UBND.',
    confidence: 'SOURCED',
  },
  {
    unit: 'district:218',
    measure: 'NEW_NORMAL',
    from: '2021-07-09T00:00:00+07:00',
    to: '2021-10-11T00:00:00+07:00',
    sourceNote: '3408/KH-UBND ngày 9/7/2021.',
    confidence: 'SOURCED',
  },
  {
    unit: 'district:218',
    measure: 'LEVEL_1',
    from: '2021-10-11T00:00:00+07:00',
    to: '2022-03-15T00:00:00+07:00',
    sourceNote: 'Cấp độ công bố theo xã; mặc định cấp 1.',
    confidence: 'GUESS',
  },
  {
    unit: 'city:Hà Nội',
    measure: 'CT16',
    from: '2021-07-24T06:00:00+07:00',
    to: '2021-09-21T06:00:00+07:00',
    sourceNote: 'Chỉ thị 17/CT-UBND; ngày cuối: hiểu biết riêng.',
    confidence: 'SOURCED',
  },
];
