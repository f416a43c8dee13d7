import type { Day } from '../../../../../src/kernel/day.js';
import type { ResultOf } from '../../api/graphql.js';
import { Table, type Column } from '../../ui/table.js';
import { fmt, locale } from '../../words/words.js';
import type { SupplyBoardQuery } from './documents.js';
import { MEASURES } from './figures.js';
import { say } from './words.js';

type Board = ResultOf<typeof SupplyBoardQuery>['supplyDashboard'];
type Row = Board['rows'][number];

interface BoardTableProps {
  day: Day;
  rows: Board['rows'];
  totals: Board['totals'];
}

/** Every figure is a door to the rows it adds up. */
export function BoardTable({ day, rows, totals }: BoardTableProps) {
  const words = say();
  const load = (grams: number | null): string =>
    grams === null ? words.notReportedShort : fmt().load(grams);
  const rowsHref = ({ communeId, cropCode }: Row, measure: string): string =>
    `/app/vp/dong?${new URLSearchParams({ ngay: day, xa: communeId, cay: cropCode, so: measure }).toString()}`;
  const columns: Column<Row>[] = [
    {
      key: 'commune',
      title: words.commune,
      cell: ({ commune }) => commune.name,
      by: ({ commune }) => commune.name,
      total: words.total,
    },
    {
      key: 'crop',
      title: words.crop,
      cell: ({ crop }) => (locale.value === 'vi' ? crop.nameVi : crop.nameEn),
      by: ({ crop }) => crop.nameVi,
      total: '',
    },
    ...MEASURES.map(({ measure, field }): Column<Row> => ({
      key: measure,
      title: words.measures[measure],
      isNumber: true,
      by: (row) => row[field] ?? -1,
      cell: (row) =>
        row[field] === null || row[field] === 0 ? (
          load(row[field])
        ) : (
          <a href={rowsHref(row, measure)}>{load(row[field])}</a>
        ),
      total: load(totals[field]),
    })),
  ];
  return (
    <Table
      caption={words.caption}
      columns={columns}
      rows={rows}
      rowKey={({ communeId, cropCode }) => `${communeId}/${cropCode}`}
      sortedBy={{ key: 'UNSOLD', isFalling: true }}
    />
  );
}
