import { day, instant } from '../../kernel/day.js';
import { COMMUNES_2021, HA_NOI, LUC_NAM_DISTRICT, type UnitKey } from '../facts/admin-units.js';
import { idOf } from './ids.js';
import type { ZoneStatusRow } from './transport-rows.js';

const zone = (
  unit: UnitKey,
  measure: ZoneStatusRow['measure'],
  from: Date,
  to: Date,
  source: string,
): ZoneStatusRow => ({
  id: idOf(`zone/${unit.code}/${measure}/${from.toISOString()}`),
  unitCode: unit.code,
  unitValidFrom: unit.validFrom,
  measure,
  from,
  to,
  source,
});

const NEW_NORMAL_FROM = instant(day('2021-07-09'), '00:00');
const LEVELS_FROM = instant(day('2021-10-11'), '00:00');

/** Measures in force for the district and for its greatest market, 2021 to the reopening of 2022. */
export const ZONE_STATUSES: readonly ZoneStatusRow[] = [
  zone(
    LUC_NAM_DISTRICT,
    'CT16',
    instant(day('2021-05-19'), '00:00'),
    instant(day('2021-06-07'), '12:00'),
    'Chỉ thị 16 cùng Yên Dũng, Lạng Giang',
  ),
  zone(
    LUC_NAM_DISTRICT,
    'CT15',
    instant(day('2021-06-07'), '12:00'),
    NEW_NORMAL_FROM,
    'Chỉ thị 15; ngày kết thúc suy từ 3408/KH-UBND',
  ),
  zone(LUC_NAM_DISTRICT, 'NEW_NORMAL', NEW_NORMAL_FROM, LEVELS_FROM, '3408/KH-UBND ngày 09/7/2021'),
  zone(
    HA_NOI,
    'CT16',
    instant(day('2021-07-24'), '06:00'),
    instant(day('2021-09-21'), '06:00'),
    'Chỉ thị 17/CT-UBND của Hà Nội',
  ),
  // Levels were set commune by commune; green is assumed where nothing else was published.
  ...COMMUNES_2021.map((unit) =>
    zone(unit, 'LEVEL_1', LEVELS_FROM, instant(day('2022-03-15'), '00:00'), 'Nghị quyết 128/NQ-CP'),
  ),
];
