import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import { COLUMNS, type Column, type HouseholdRow } from '../domain/household-rows.js';
import { newBook, readSheet, type SheetRefusal } from './read-sheet.js';

const FONT = { name: 'Times New Roman', size: 13 };
const WIDTHS = [28, 16, 18, 18, 14, 14, 12];
const HEAD_ROW = 4;

/** The sheet a list of households is written in. */
export async function householdSheet(): Promise<Buffer> {
  const book = await newBook();
  book.creator = 'Chợ Lục Nam';
  const sheet = book.addWorksheet('Danh sach ho', {
    views: [{ state: 'frozen', ySplit: HEAD_ROW }],
  });
  sheet.getCell(1, 1).value = 'DANH SÁCH HỘ VÀ THỬA';
  sheet.getCell(1, 1).font = { ...FONT, bold: true };
  sheet.getCell(2, 1).value =
    'Mỗi cây một dòng. Diện tích ghi như nói: 720, 2 sào, 0,5 ha. Không có điện thoại thì để trống.';
  sheet.getCell(2, 1).font = { ...FONT, italic: true };
  const head = sheet.getRow(HEAD_ROW);
  head.values = Object.values(COLUMNS);
  head.font = { ...FONT, bold: true };
  for (const [index, width] of WIDTHS.entries()) sheet.getColumn(index + 1).width = width;
  // Telephone numbers begin with a zero that a number would lose.
  sheet.getColumn(2).numFmt = '@';
  return Buffer.from(await book.xlsx.writeBuffer());
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
