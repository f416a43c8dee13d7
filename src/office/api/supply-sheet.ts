import type { Catalog } from '../../catalog/index.js';
import type { Places } from '../../places/index.js';
import {
  BOLD,
  columnLetters,
  inert,
  ITALIC,
  WrittenSheet,
} from '../../platform/sheets/written-sheet.js';
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

const CENTRED = { horizontal: 'center' } as const;
const TONNES = { numFmt: '#,##0.000' };
const FIRST_FIGURE_COLUMN = 3;

/** The board as the office files it: national header, unit line, rows by commune and crop, a total of formulas. */
export async function supplySheet(
  board: SupplyBoard,
  places: Places,
  catalog: Catalog,
): Promise<Buffer> {
  const width = COLUMNS.length + FIRST_FIGURE_COLUMN - 1;
  const widths = Array.from({ length: width }, (_, index) => (index < 2 ? 18 : 15));
  const sheet = new WrittenSheet('San luong', widths, {
    paperSize: 'a4',
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
  });
  const [year, month, date] = board.day.split('-');
  const title = { ...BOLD, alignment: CENTRED };
  sheet.putAcross(1, width, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', title);
  sheet.putAcross(2, width, 'Độc lập - Tự do - Hạnh phúc', title);
  sheet.putAcross(
    4,
    width,
    `TIẾN ĐỘ SẢN XUẤT VÀ TIÊU THỤ NÔNG SẢN NGÀY ${date}/${month}/${year}`,
    title,
  );
  sheet.putAcross(5, width, 'Đơn vị tính: tấn', { alignment: CENTRED });
  sheet.putRow(7, ['Xã', 'Cây', ...COLUMNS.map(({ header }) => header)], {
    ...BOLD,
    alignment: { ...CENTRED, wrapText: true, vertical: 'center' },
  });

  const firstRow = 8;
  for (const [index, row] of board.rows.entries()) {
    const commune = await places.unit(row.communeId);
    const crop = await catalog.crop(row.cropCode);
    sheet.putRow(firstRow + index, [
      inert(commune?.name ?? ''),
      inert(crop?.nameVi ?? row.cropCode),
    ]);
    for (const [place, { field, isCount }] of COLUMNS.entries())
      sheet.put(
        firstRow + index,
        FIRST_FIGURE_COLUMN + place,
        cellOf(row[field], isCount),
        isCount ? {} : TONNES,
      );
  }
  const lastRow = firstRow + board.rows.length - 1;
  sheet.put(lastRow + 1, 1, 'Tổng cộng', BOLD);
  for (const [place, { field, isCount }] of COLUMNS.entries()) {
    const column = FIRST_FIGURE_COLUMN + place;
    const style = { ...BOLD, ...(isCount ? {} : TONNES) };
    const result = cellOf(board.totals[field], isCount);
    const letters = columnLetters(column);
    if (board.rows.length === 0 || result === null) sheet.put(lastRow + 1, column, result, style);
    else
      sheet.putFormula(
        lastRow + 1,
        column,
        `SUM(${letters}${firstRow}:${letters}${lastRow})`,
        result,
        style,
      );
  }
  const foot = `Số liệu lấy lúc ${board.dataAt.toISOString()}. Ô trống: chưa ai báo; 0: báo không có.`;
  sheet.put(lastRow + 3, 1, foot, ITALIC);
  return sheet.save();
}

const cellOf = (value: number | null, isCount: true | undefined): number | null =>
  value === null || isCount ? value : value / 1_000_000;
