import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { sorted } from '../sorted.js';
import { Icon } from './icon.js';

export interface Column<Row> {
  key: string;
  title: string;
  cell: (row: Row) => ComponentChildren;
  /** What the column is sorted by; without it the column is not sortable. Texts sort the Vietnamese way. */
  by?: (row: Row) => number | string;
  isNumber?: boolean;
  /** Under the double rule. */
  total?: ComponentChildren;
}

interface TableProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Column and direction at first sight; else the order the rows came in. */
  sortedBy?: Order;
}

export interface Order {
  key: string;
  isFalling: boolean;
}

const collator = new Intl.Collator('vi-VN', { numeric: true });

const compare = (a: number | string, b: number | string): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));

/** Dense and sortable, for the desk. The first column heads its row. */
export function Table<Row>({ caption, columns, rows, rowKey, sortedBy }: TableProps<Row>) {
  const [order, setOrder] = useState<Order | undefined>(sortedBy);
  const by = columns.find(({ key }) => key === order?.key)?.by;
  const shown = by
    ? sorted(rows, (a, b) => compare(by(a), by(b)) * (order?.isFalling ? -1 : 1))
    : rows;
  // Names are looked up from the top, numbers for their largest.
  const press = ({ key, isNumber = false }: Column<Row>): void =>
    setOrder({ key, isFalling: order?.key === key ? !order.isFalling : isNumber });
  return (
    <div class="table-wrap" tabIndex={0} role="region" aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} order={order} onPress={press} />
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ key, cell, isNumber }, i) =>
                i === 0 ? (
                  <th key={key} scope="row">
                    {cell(row)}
                  </th>
                ) : (
                  <td key={key} class={isNumber ? 'right' : undefined}>
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {columns.some(({ total }) => total !== undefined) && (
          <tfoot>
            <tr>
              {columns.map(({ key, total, isNumber }) => (
                <td key={key} class={isNumber ? 'right' : undefined}>
                  {total}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

interface HeadCellProps<Row> {
  column: Column<Row>;
  order: Order | undefined;
  onPress: (column: Column<Row>) => void;
}

function HeadCell<Row>({ column, order, onPress }: HeadCellProps<Row>) {
  const { key, title, by, isNumber } = column;
  const isSorted = order?.key === key;
  const direction = order?.isFalling ? 'descending' : 'ascending';
  return (
    <th
      scope="col"
      class={isNumber ? 'right' : undefined}
      aria-sort={isSorted ? direction : undefined}
    >
      {by ? (
        <button type="button" class="sort" onClick={() => onPress(column)}>
          {title}
          <Icon name={isSorted ? (order.isFalling ? 'down' : 'up') : 'sort'} size={16} />
        </button>
      ) : (
        title
      )}
    </th>
  );
}
