import { clockText } from '../../words/format.js';
import { useRead } from '../../offline/use-read.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { KeptNote } from '../../ui/chips.js';
import { Icon } from '../../ui/icon.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { Table } from '../../ui/table.js';
import { fmt, locale } from '../../words/words.js';
import { dayIn } from './day-picker.js';
import { SupplyRowsQuery } from './documents.js';
import { MEASURES } from './figures.js';
import { say } from './words.js';

/** What one figure of the board adds up. */
export default function RowsScreen({ query }: RouteProps) {
  const words = say();
  const day = dayIn(query);
  const [communeId, cropCode] = [query['xa'] ?? '', query['cay'] ?? ''];
  const measure = MEASURES.find((known) => known.measure === query['so'])?.measure ?? 'OFFERED';
  const { data, at, isKept, isLoading, fault, refresh } = useRead(SupplyRowsQuery, {
    day,
    communeId,
    cropCode,
    measure,
  });
  const rows = data?.supplyRows ?? [];
  const crop = data?.crops.find(({ code }) => code === cropCode);
  const commune = data?.adminUnits.find(({ id }) => id === communeId);
  const about = [
    commune?.name,
    locale.value === 'vi' ? crop?.nameVi : crop?.nameEn,
    words.measures[measure],
    fmt().longDay(day),
  ];
  return (
    <Screen title={words.rows} code="O2" density="desk" back={`/app/vp?ngay=${day}`}>
      <div class="stack">
        <p>{about.filter(Boolean).join(' · ')}</p>
        {isKept && at && <KeptNote at={at} />}
        {!data && isLoading && <Skeleton rows={4} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && rows.length === 0 && (
          <EmptyState picture={<Icon name="search" size={56} />} title={words.noRows} />
        )}
        {rows.length > 0 && (
          <Table
            caption={words.measures[measure]}
            rows={rows.map((row, index) => ({ ...row, key: String(index) }))}
            rowKey={({ key }) => key}
            columns={[
              {
                key: 'household',
                title: words.household,
                cell: ({ household }) => household ?? '–',
                by: ({ household }) => household ?? '',
                total: words.total,
              },
              {
                key: 'label',
                title: words.source,
                cell: ({ label }) => label,
                by: ({ label }) => label,
                total: '',
              },
              {
                key: 'at',
                title: words.at,
                cell: (row) => (row.at ? clockText(new Date(row.at)) : '–'),
                by: (row) => row.at ?? '',
                total: '',
              },
              {
                key: 'grams',
                title: words.weight,
                isNumber: true,
                cell: ({ grams }) => fmt().kg(grams),
                by: ({ grams }) => grams,
                total: fmt().kg(rows.reduce((sum, { grams }) => sum + grams, 0)),
              },
            ]}
          />
        )}
      </div>
    </Screen>
  );
}
