import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import { BOLD, ITALIC, WrittenSheet } from '../../platform/sheets/written-sheet.js';
import { COLUMNS, type Column, type HouseholdRow } from '../domain/household-rows.js';
import { MOST_ROWS, readSheet, type SheetRefusal } from './read-sheet.js';

const WIDTHS = [28, 16, 18, 18, 14, 14, 12];
const HEAD_ROW = 4;
const PHONE_COLUMN = 2;

/** The sheet a list of households is written in. */
export async function householdSheet(): Promise<Buffer> {
  const sheet = new WrittenSheet('Danh sach ho', WIDTHS, { paperSize: 'a4' }, HEAD_ROW);
  sheet.put(1, 1, 'DANH SÁCH HỘ VÀ THỬA', BOLD);
  sheet.put(
    2,
    1,
    'Mỗi cây một dòng. Diện tích ghi như nói: 720, 2 sào, 0,5 ha. Không có điện thoại thì để trống.',
    ITALIC,
  );
  sheet.putRow(HEAD_ROW, Object.values(COLUMNS), BOLD);
  // Telephone numbers begin with a zero that a number would lose.
  for (let row = HEAD_ROW + 1; row <= HEAD_ROW + MOST_ROWS; row += 1)
    sheet.put(row, PHONE_COLUMN, null, { numFmt: '@' });
  return sheet.save();
}

/** The rows of a filled list; lines without a name and a crop are left out. */
export async function readHouseholdSheet(
  file: Buffer,
): Promise<HouseholdRow[] | Refusal<SheetRefusal>> {
  const rows = await readSheet(file, [
    [COLUMNS.name, 'Tên hộ', 'Họ và tên', 'Chủ hộ'],
    [COLUMNS.crop],
  ]);
  if (isRefusal(rows)) return rows;
  return rows
    .map(({ line, cell }) => {
      const text = (column: Column, ...others: string[]): string =>
        String(cell(COLUMNS[column], ...others)).trim();
      return {
        line,
        name: text('name', 'Tên hộ', 'Họ và tên', 'Chủ hộ'),
        phone: withZero(text('phone', 'Điện thoại', 'SĐT')),
        commune: text('commune'),
        hamlet: text('hamlet'),
        crop: text('crop', 'Cây trồng'),
        area: text('area', 'Diện tích (m²)', 'Diện tích (m2)'),
        plantedYear: text('plantedYear'),
      };
    })
    .filter(({ name, crop }) => name !== '' || crop !== '');
}

/** A sheet that took a telephone number for a number dropped its zero. */
const withZero = (phone: string): string => (/^[35789]\d{8}$/.test(phone) ? `0${phone}` : phone);
