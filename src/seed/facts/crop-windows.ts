import type { CropCode } from './crops.js';

interface CropWindowFacts {
  readonly cropCode: CropCode;
  readonly varietyCode: string | null;
  readonly season: 'MAIN' | 'OFF';
  /** Month and day. */
  readonly opens: string;
  readonly closes: string;
}

const window = (
  cropCode: CropCode,
  season: 'MAIN' | 'OFF',
  opens: string,
  closes: string,
  varietyCode: string | null = null,
): CropWindowFacts => ({ cropCode, varietyCode, season, opens, closes });

/**
 * When the district picks. The two harvests of na, oriental melon and lychee are reported by the press of
 * 2017–2022; the others follow the month calendar of the crops and are estimates for the office to mend.
 */
export const CROP_WINDOWS: readonly CropWindowFacts[] = [
  window('NA', 'MAIN', '07-15', '09-30'),
  window('NA', 'OFF', '10-15', '01-31'),
  window('NA', 'MAIN', '07-20', '10-10', 'NA_THAI'),
  window('DUA_LE', 'MAIN', '05-10', '07-15'),
  window('DUA_LE', 'OFF', '09-01', '10-31'),
  window('DUA_HAU', 'MAIN', '05-01', '07-31'),
  window('DUA_HAU', 'OFF', '09-01', '10-31'),
  window('DUA_LUOI', 'MAIN', '03-15', '11-30'),
  window('DUA_CHUOT', 'MAIN', '03-01', '05-31'),
  window('DUA_CHUOT', 'OFF', '10-01', '12-20'),
  window('KHOAI_SO', 'MAIN', '06-15', '10-15'),
  window('KHOAI_LANG', 'MAIN', '06-01', '07-31'),
  window('KHOAI_LANG', 'OFF', '12-01', '02-28'),
  window('VAI', 'MAIN', '05-20', '07-20'),
  window('NHAN', 'MAIN', '07-20', '09-30'),
  window('PINEAPPLE', 'MAIN', '05-01', '07-31'),
];
