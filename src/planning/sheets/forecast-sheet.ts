import type ExcelJS from 'exceljs';
import type { Day } from '../../kernel/day.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import type { ListedHousehold, ListRow } from '../domain/list-rows.js';
import { unpackedSize } from './unpacked-size.js';

/** Six hundred files that only a sheet needs. */
async function newBook(): Promise<ExcelJS.Workbook> {
  const {
    default: { Workbook },
  } = await import('exceljs');
  return new Workbook();
}

const FONT = { name: 'Times New Roman', size: 13 };
const HEADS = ['Mã hộ', 'Hộ', 'Thôn', 'Số trước', 'Sản lượng'] as const;
const HEAD_ROW = 5;
const MOST_ROWS = 1_000;
const MOST_UNPACKED_BYTES = 20_000_000;

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

export type SheetRefusal = 'SHEET_BROKEN' | 'SHEET_TOO_LARGE' | 'SHEET_HEADS_MISSING';

/** The rows of a filled list. The columns are found by their heads, so that others may stand between them. */
export async function readForecastSheet(file: Buffer): Promise<ListRow[] | Refusal<SheetRefusal>> {
  const size = unpackedSize(file);
  if (size === undefined) return refuse('SHEET_BROKEN', {}, 'file');
  if (size > MOST_UNPACKED_BYTES) return refuse('SHEET_TOO_LARGE', { rows: MOST_ROWS }, 'file');
  const book = await newBook();
  try {
    await book.xlsx.load(file as unknown as ExcelJS.Buffer);
  } catch {
    return refuse('SHEET_BROKEN', {}, 'file');
  }
  const sheet = book.worksheets[0];
  if (!sheet) return refuse('SHEET_BROKEN', {}, 'file');
  const columns = headsOf(sheet);
  if (!columns) return refuse('SHEET_HEADS_MISSING', { heads: 'Hộ, Sản lượng' }, 'file');
  if (sheet.rowCount - columns.row > MOST_ROWS)
    return refuse('SHEET_TOO_LARGE', { rows: MOST_ROWS }, 'file');
  const rows: ListRow[] = [];
  for (let line = columns.row + 1; line <= sheet.rowCount; line += 1) {
    const row = sheet.getRow(line);
    const text = (column: number | undefined): string =>
      column === undefined ? '' : String(valueOf(row.getCell(column))).trim();
    rows.push({
      line,
      householdId: text(columns.id),
      name: text(columns.name),
      hamlet: text(columns.hamlet),
      weight: valueOf(row.getCell(columns.weight)),
    });
  }
  return rows;
}

interface Columns {
  readonly row: number;
  readonly id: number | undefined;
  readonly name: number;
  readonly hamlet: number | undefined;
  readonly weight: number;
}

/** The first of the first twenty rows that has the two heads nothing can be read without. */
function headsOf(sheet: ExcelJS.Worksheet): Columns | undefined {
  for (let row = 1; row <= Math.min(20, sheet.rowCount); row += 1) {
    const at = new Map<string, number>();
    sheet.getRow(row).eachCell((cell, column) => {
      at.set(String(valueOf(cell)).normalize('NFC').trim().toLowerCase(), column);
    });
    const name = at.get('hộ') ?? at.get('tên hộ');
    const weight = at.get('sản lượng');
    if (name !== undefined && weight !== undefined)
      return { row, id: at.get('mã hộ'), name, hamlet: at.get('thôn'), weight };
  }
  return undefined;
}

/** A cell as its text or number; of a formula its last result. */
function valueOf(cell: ExcelJS.Cell): string | number {
  const { value } = cell;
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (value !== null && typeof value === 'object' && 'result' in value) {
    const { result } = value;
    return typeof result === 'number' || typeof result === 'string' ? result : '';
  }
  return value === null ? '' : cell.text;
}

/** A name that begins like a formula must stay a name. */
const inert = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
