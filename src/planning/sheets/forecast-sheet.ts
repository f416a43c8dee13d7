import type { Day } from '../../kernel/day.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import type { ListedHousehold, ListRow } from '../domain/list-rows.js';
import { inert, newBook, readSheet, type SheetRefusal } from './read-sheet.js';

const FONT = { name: 'Times New Roman', size: 13 };
const HEADS = ['Mã hộ', 'Hộ', 'Thôn', 'Số trước', 'Sản lượng'] as const;
const HEAD_ROW = 5;

interface TemplateRow extends ListedHousehold {
  /** Last number of the days before, to be copied or mended; null when there is none. */
  readonly lastKg: number | null;
}

/** The list a clerk takes along: every household of her communes, the last number, and an empty column. */
export async function forecastSheet(
  rows: readonly TemplateRow[],
  { day, crop }: { readonly day: Day; readonly crop: string },
): Promise<Buffer> {
  const book = await newBook();
  book.creator = 'Chợ Lục Nam';
  const sheet = book.addWorksheet('Bao san luong', {
    pageSetup: { paperSize: 9, fitToWidth: 1 },
    views: [{ state: 'frozen', ySplit: HEAD_ROW }],
  });
  const [year, month, date] = day.split('-');
  sheet.getCell(1, 1).value = `BÁO SẢN LƯỢNG ${crop.toUpperCase()} NGÀY ${date}/${month}/${year}`;
  sheet.getCell(1, 1).font = { ...FONT, bold: true };
  sheet.getCell(2, 1).value =
    'Ghi cột Sản lượng như nói: 45, 3 tạ 2, 2 tấn rưỡi. Ô trống là chưa báo; ghi 0 là không có.';
  sheet.getCell(2, 1).font = { ...FONT, italic: true };
  const head = sheet.getRow(HEAD_ROW);
  head.values = [...HEADS];
  head.font = { ...FONT, bold: true };
  for (const [index, row] of rows.entries()) {
    const cells = sheet.getRow(HEAD_ROW + 1 + index);
    cells.values = [row.id, inert(row.name), inert(row.hamlet ?? ''), row.lastKg, null];
    cells.font = FONT;
  }
  for (const [index, width] of [38, 28, 20, 12, 18].entries())
    sheet.getColumn(index + 1).width = width;
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** The rows of a filled list. */
export async function readForecastSheet(file: Buffer): Promise<ListRow[] | Refusal<SheetRefusal>> {
  const rows = await readSheet(file, [['Hộ', 'Tên hộ'], ['Sản lượng']]);
  if (isRefusal(rows)) return rows;
  return rows.map(({ line, cell }) => ({
    line,
    householdId: String(cell('Mã hộ')).trim(),
    name: String(cell('Hộ', 'Tên hộ')).trim(),
    hamlet: String(cell('Thôn')).trim(),
    weight: cell('Sản lượng'),
  }));
}
