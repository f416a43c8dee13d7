import type { PageSetup } from 'hucre';
import type { Day } from '../../kernel/day.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import { BOLD, inert, ITALIC, WrittenSheet } from '../../platform/sheets/written-sheet.js';
import type { ListedHousehold, ListRow } from '../domain/list-rows.js';
import { readSheet, type SheetRefusal } from './read-sheet.js';

const HEADS = ['Mã hộ', 'Hộ', 'Thôn', 'Số trước', 'Sản lượng'] as const;
const WIDTHS = [38, 28, 20, 12, 18];
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
  const page: PageSetup = { paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight: 0 };
  const sheet = new WrittenSheet('Bao san luong', WIDTHS, page, HEAD_ROW);
  const [year, month, date] = day.split('-');
  sheet.put(1, 1, `BÁO SẢN LƯỢNG ${crop.toUpperCase()} NGÀY ${date}/${month}/${year}`, BOLD);
  sheet.put(
    2,
    1,
    'Ghi cột Sản lượng như nói: 45, 3 tạ 2, 2 tấn rưỡi. Ô trống là chưa báo; ghi 0 là không có.',
    ITALIC,
  );
  sheet.putRow(HEAD_ROW, HEADS, BOLD);
  for (const [index, { id, name, hamlet, lastKg }] of rows.entries())
    sheet.putRow(HEAD_ROW + 1 + index, [id, inert(name), inert(hamlet ?? ''), lastKg, null]);
  return sheet.save();
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
