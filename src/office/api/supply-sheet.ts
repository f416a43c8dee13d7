import type { Catalog } from '../../catalog/index.js';
import type { Places } from '../../places/index.js';
import type { SupplyBoard } from '../boards.js';
import type { SupplyFigures } from '../domain/supply-board.js';

const COLUMNS: readonly {
  readonly header: string;
  readonly field: keyof SupplyFigures;
  readonly isCount?: true;
}[] = [
  { header: 'Kế hoạch (tấn)', field: 'plannedGrams' },
  { header: 'Dự báo các hộ báo (tấn)', field: 'forecastGrams' },
  { header: 'Lấy theo số báo trước (tấn)', field: 'carriedGrams' },
  { header: 'Số hộ chưa báo', field: 'unknownHouseholds', isCount: true },
  { header: 'Đang bán (tấn)', field: 'offeredGrams' },
  { header: 'Đã chốt (tấn)', field: 'committedGrams' },
  { header: 'Đã cân (tấn)', field: 'weighedGrams' },
  { header: 'Chưa bán (tấn)', field: 'unsoldGrams' },
];

const FONT = { name: 'Times New Roman', size: 13 };
const FIRST_FIGURE_COLUMN = 3;

/** The board as the office files it: national header, unit line, rows by commune and crop, a total of formulas. */
export async function supplySheet(
  board: SupplyBoard,
  places: Places,
  catalog: Catalog,
): Promise<Buffer> {
  // A fifth of what the product would load to start, for a sheet somebody asks for once a day.
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  book.creator = 'Chợ Lục Nam';
  const sheet = book.addWorksheet('San luong', {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToWidth: 1 },
  });
  const width = COLUMNS.length + FIRST_FIGURE_COLUMN - 1;
  const title = (row: number, text: string, bold = true): void => {
    sheet.mergeCells(row, 1, row, width);
    sheet.getCell(row, 1).value = text;
    sheet.getCell(row, 1).font = { ...FONT, bold };
    sheet.getCell(row, 1).alignment = { horizontal: 'center' };
  };
  const [year, month, date] = board.day.split('-');
  title(1, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
  title(2, 'Độc lập - Tự do - Hạnh phúc');
  title(4, `TIẾN ĐỘ SẢN XUẤT VÀ TIÊU THỤ NÔNG SẢN NGÀY ${date}/${month}/${year}`);
  title(5, 'Đơn vị tính: tấn', false);

  const head = sheet.getRow(7);
  head.values = ['Xã', 'Cây', ...COLUMNS.map((column) => column.header)];
  head.font = { ...FONT, bold: true };
  head.alignment = { wrapText: true, vertical: 'middle', horizontal: 'center' };

  const firstRow = 8;
  for (const [index, row] of board.rows.entries()) {
    const commune = await places.unit(row.communeId);
    const crop = await catalog.crop(row.cropCode);
    sheet.getRow(firstRow + index).values = [
      inert(commune?.name ?? ''),
      inert(crop?.nameVi ?? row.cropCode),
      ...COLUMNS.map(({ field, isCount }) => cellOf(row[field], isCount)),
    ];
  }
  const lastRow = firstRow + board.rows.length - 1;
  const total = sheet.getRow(lastRow + 1);
  total.getCell(1).value = 'Tổng cộng';
  for (const [index, { field, isCount }] of COLUMNS.entries()) {
    const cell = total.getCell(FIRST_FIGURE_COLUMN + index);
    const letter = sheet.getColumn(FIRST_FIGURE_COLUMN + index).letter;
    const result = cellOf(board.totals[field], isCount);
    cell.value =
      board.rows.length === 0 || result === null
        ? result
        : { formula: `SUM(${letter}${firstRow}:${letter}${lastRow})`, result };
  }
  total.font = { ...FONT, bold: true };

  const foot = sheet.getCell(lastRow + 3, 1);
  foot.value = `Số liệu lấy lúc ${board.dataAt.toISOString()}. Ô trống: chưa ai báo; 0: báo không có.`;
  foot.font = { ...FONT, italic: true };
  for (let column = 1; column <= width; column += 1) {
    sheet.getColumn(column).width = column <= 2 ? 18 : 15;
    if (column >= FIRST_FIGURE_COLUMN && !COLUMNS[column - FIRST_FIGURE_COLUMN]?.isCount) {
      sheet.getColumn(column).numFmt = '#,##0.000';
    }
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

const cellOf = (value: number | null, isCount: true | undefined): number | null =>
  value === null || isCount ? value : value / 1_000_000;

/** A name that begins like a formula must stay a name. */
const inert = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
