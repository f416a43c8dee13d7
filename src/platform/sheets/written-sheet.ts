import type { Cell, CellStyle, CellValue, FontStyle, MergeRange, PageSetup } from 'hucre';

/** The letters the offices of the country write in. */
const FONT: FontStyle = { name: 'Times New Roman', size: 13 };
export const BOLD: CellStyle = { font: { ...FONT, bold: true } };
export const ITALIC: CellStyle = { font: { ...FONT, italic: true } };

/** A name that begins like a formula must stay a name. */
export const inert = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** A workbook of one sheet, written cell by cell; rows and columns count from 1, as whoever opens it sees them. */
export class WrittenSheet {
  readonly #cells = new Map<string, Partial<Cell>>();
  readonly #merges: MergeRange[] = [];

  constructor(
    private readonly name: string,
    /** Of the columns in order, in characters. */
    private readonly widths: readonly number[],
    private readonly page: PageSetup,
    /** Rows that stay in sight. */
    private readonly frozenRows = 0,
  ) {}

  put(row: number, column: number, value: CellValue, style: CellStyle = {}): void {
    this.#cells.set(`${row - 1},${column - 1}`, { value, style: { font: FONT, ...style } });
  }

  putRow(row: number, values: readonly CellValue[], style?: CellStyle): void {
    for (const [index, value] of values.entries()) this.put(row, index + 1, value, style);
  }

  /** @param result what the formula gives, for readers that do not calculate */
  putFormula(row: number, column: number, formula: string, result: number, style: CellStyle): void {
    this.put(row, column, null, style);
    Object.assign(this.#cells.get(`${row - 1},${column - 1}`) ?? {}, {
      formula,
      formulaResult: result,
    });
  }

  /** One text across the first columns of a row. */
  putAcross(row: number, columns: number, text: string, style: CellStyle): void {
    this.put(row, 1, text, style);
    this.#merges.push({ startRow: row - 1, startCol: 0, endRow: row - 1, endCol: columns - 1 });
  }

  async save(): Promise<Buffer> {
    // Loaded by whoever asks for a sheet, once a day; not by every start.
    const { writeXlsx } = await import('hucre/xlsx');
    const bytes = await writeXlsx({
      properties: { creator: 'Chợ Lục Nam' },
      sheets: [
        {
          name: this.name,
          columns: this.widths.map((width) => ({ width })),
          cells: this.#cells,
          merges: this.#merges,
          pageSetup: this.page,
          ...(this.frozenRows > 0 && { freezePane: { rows: this.frozenRows } }),
        },
      ],
    });
    return Buffer.from(bytes);
  }
}

/** The name of a column: 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  const last = String.fromCodePoint(65 + ((column - 1) % 26));
  return column > 26 ? columnLetters(Math.floor((column - 1) / 26)) + last : last;
}
