import type { CommuneSpot } from '../src/app/ui/commune-map.js';
import { fmt } from '../src/app/words/words.js';

/** The communes of 2021 with invented tonnages, for looking at the map. Centres are good to two kilometres. */
export const COMMUNES: readonly CommuneSpot[] = (
  [
    ['07444', 'Đồi Ngô', 21.307, 106.39, 1.2],
    ['07450', 'Đông Hưng', 21.4, 106.44, 9.8],
    ['07453', 'Đông Phú', 21.353, 106.437, 12.4],
    ['07456', 'Tam Dị', 21.345, 106.385, 2.1],
    ['07459', 'Bảo Sơn', 21.375, 106.375, null],
    ['07462', 'Bảo Đài', 21.335, 106.33, 0.9],
    ['07468', 'Tiên Nha', 21.318, 106.428, 0.4],
    ['07471', 'Trường Giang', 21.307, 106.49, 1.6],
    ['07477', 'Phương Sơn', 21.3, 106.325, null],
    ['07480', 'Chu Điện', 21.3, 106.358, 1.1],
    ['07483', 'Cương Sơn', 21.285, 106.425, 6.3],
    ['07486', 'Nghĩa Phương', 21.272, 106.47, 31.5],
    ['07489', 'Vô Tranh', 21.275, 106.54, 3.8],
    ['07492', 'Bình Sơn', 21.255, 106.59, 2.2],
    ['07495', 'Lan Mẫu', 21.262, 106.372, 4.4],
    ['07501', 'Khám Lạng', 21.268, 106.395, 5.2],
    ['07504', 'Huyền Sơn', 21.262, 106.42, 7.7],
    ['07507', 'Trường Sơn', 21.225, 106.545, 1.4],
    ['07510', 'Lục Sơn', 21.225, 106.64, 4.1],
    ['07519', 'Cẩm Lý', 21.205, 106.393, 0.6],
    ['07522', 'Đan Hội', 21.202, 106.345, null],
  ] as const
).map(([code, name, lat, lon, tonnes]) => ({
  code,
  name,
  lat,
  lon,
  value: tonnes === null ? null : tonnes * 1_000_000,
  text: tonnes === null ? '' : fmt().load(tonnes * 1_000_000),
  href: `#${code}`,
}));
