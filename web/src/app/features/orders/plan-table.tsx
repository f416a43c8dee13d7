import type { ResultOf } from '../../api/graphql.js';
import { Table } from '../../ui/table.js';
import { fmt, locale } from '../../words/words.js';
import type { PreviewOrder } from './trader-documents.js';
import { named, say } from './trader-words.js';

export type Plan = Extract<
  ResultOf<typeof PreviewOrder>['previewAllocation'],
  { __typename: 'AllocationPreview' }
>;

/** A plan lot by lot, sorted as the buyer likes. */
export function PlanTable({ plan }: { plan: Plan }) {
  const words = say();
  const isVietnamese = locale.value === 'vi';
  return (
    <Table
      caption={words.preview}
      rows={plan.lines}
      rowKey={({ lotGradeId }) => lotGradeId}
      columns={[
        {
          key: 'commune',
          title: words.commune,
          cell: ({ commune, grade }) => (
            <>
              {commune.name}
              <br />
              <small class="earth">{named(grade, isVietnamese)}</small>
            </>
          ),
          by: ({ commune }) => commune.name,
        },
        {
          key: 'kg',
          title: words.weight,
          isNumber: true,
          cell: ({ grams }) => fmt().kg(grams),
          by: ({ grams }) => grams,
        },
        {
          key: 'landed',
          title: words.toDepot,
          isNumber: true,
          cell: ({ landedVndPerKg, vndPerKg }) => (
            <>
              {fmt().vnd(landedVndPerKg)}
              <br />
              <small class="earth">
                {words.ask} {fmt().number(vndPerKg)}
              </small>
            </>
          ),
          by: ({ landedVndPerKg }) => landedVndPerKg,
        },
      ]}
    />
  );
}
