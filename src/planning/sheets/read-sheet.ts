import type ExcelJS from 'exceljs';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import { unpackedSize } from './unpacked-size.js';

export type SheetRefusal = 'SHEET_BROKEN' | 'SHEET_TOO_LARGE' | 'SHEET_HEADS_MISSING';

const MOST_ROWS = 1_000;
const MOST_UNPACKED_BYTES = 20_000_000;
const HEADS_WITHIN_ROWS = 20;

/** Six hundred files that only a sheet needs. */
export async function newBook(): Promise<ExcelJS.Workbook> {
  const {
    default: { Workbook },
  } = await import('exceljs');
  return new Workbook();
}

/** One row below the heads: its number as the reader sees it, and its cells by any of the names of their head. */
export interface SheetRow {
  readonly line: number;
  readonly cell: (...heads: readonly string[]) => string | number;
}

/**
 * The rows of the first sheet of a workbook. Columns are found by their heads, so that others may stand between them.
 *
 * @param needed heads nothing can be read without, each with the names it may have
 */
export async function readSheet(
  file: Buffer,
  needed: readonly (readonly string[])[],
): Promise<SheetRow[] | Refusal<SheetRefusal>> {
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
  const heads = headsOf(sheet, needed);
  if (!heads)
    return refuse(
      'SHEET_HEADS_MISSING',
      { heads: needed.map(([name]) => name).join(', ') },
      'file',
    );
  if (sheet.rowCount - heads.row > MOST_ROWS)
    return refuse('SHEET_TOO_LARGE', { rows: MOST_ROWS }, 'file');
  const rows: SheetRow[] = [];
  for (let line = heads.row + 1; line <= sheet.rowCount; line += 1) {
    const row = sheet.getRow(line);
    rows.push({
      line,
      cell: (...names) => {
        const column = names.map((name) => heads.at.get(headOf(name))).find(Boolean);
        return column === undefined ? '' : valueOf(row.getCell(column));
      },
    });
  }
  return rows;
}

/** The first of the first rows that has the heads needed. */
function headsOf(
  sheet: ExcelJS.Worksheet,
  needed: readonly (readonly string[])[],
): { readonly row: number; readonly at: ReadonlyMap<string, number> } | undefined {
  for (let row = 1; row <= Math.min(HEADS_WITHIN_ROWS, sheet.rowCount); row += 1) {
    const at = new Map<string, number>();
    sheet.getRow(row).eachCell((cell, column) => {
      at.set(headOf(String(valueOf(cell))), column);
    });
    if (needed.every((names) => names.some((name) => at.has(headOf(name))))) return { row, at };
  }
  return undefined;
}

const headOf = (text: string): string => text.normalize('NFC').trim().toLowerCase();

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
export const inert = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
