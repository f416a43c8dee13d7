import type { CellValue } from 'hucre';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import { unpackedSize } from '../../platform/sheets/unpacked-size.js';

export type SheetRefusal = 'SHEET_BROKEN' | 'SHEET_TOO_LARGE' | 'SHEET_HEADS_MISSING';

export const MOST_ROWS = 1_000;
const MOST_UNPACKED_BYTES = 20_000_000;
const HEADS_WITHIN_ROWS = 20;

/** One row below the heads: its number as the reader sees it, and its cells by any of the names of their head. */
export interface SheetRow {
  readonly line: number;
  readonly cell: (...heads: readonly string[]) => string | number;
}

type Rows = readonly (readonly CellValue[])[];

/**
 * The rows of the first sheet of a workbook. Columns are found by their heads, so that others may stand between them.
 * A formula is read as its last result.
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
  const rows = await rowsOf(file);
  if (!rows) return refuse('SHEET_BROKEN', {}, 'file');
  const heads = headsOf(rows, needed);
  if (!heads)
    return refuse(
      'SHEET_HEADS_MISSING',
      { heads: needed.map(([name]) => name).join(', ') },
      'file',
    );
  const below = rows.slice(heads.row + 1);
  if (below.length > MOST_ROWS) return refuse('SHEET_TOO_LARGE', { rows: MOST_ROWS }, 'file');
  return below.map((row, index) => ({
    line: heads.row + 2 + index,
    cell: (...names) => {
      const column = names.map((name) => heads.at.get(headOf(name))).find((at) => at !== undefined);
      return column === undefined ? '' : plain(row[column]);
    },
  }));
}

/** Undefined when it is no workbook. */
async function rowsOf(file: Buffer): Promise<Rows | undefined> {
  // Loaded by whoever brings a sheet; not by every start.
  const { readXlsx } = await import('hucre/xlsx');
  try {
    const { sheets } = await readXlsx(file, {
      sheets: [0],
      maxRows: HEADS_WITHIN_ROWS + MOST_ROWS + 1,
    });
    return sheets[0]?.rows;
  } catch {
    return undefined;
  }
}

/** The first of the first rows that has the heads needed. */
function headsOf(
  rows: Rows,
  needed: readonly (readonly string[])[],
): { readonly row: number; readonly at: ReadonlyMap<string, number> } | undefined {
  for (const [row, cells] of rows.slice(0, HEADS_WITHIN_ROWS).entries()) {
    const at = new Map(cells.map((cell, column) => [headOf(String(plain(cell))), column]));
    if (needed.every((names) => names.some((name) => at.has(headOf(name))))) return { row, at };
  }
  return undefined;
}

const headOf = (text: string): string => text.normalize('NFC').trim().toLowerCase();

const plain = (value: CellValue | undefined): string | number => {
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'boolean' ? String(value) : '';
};
