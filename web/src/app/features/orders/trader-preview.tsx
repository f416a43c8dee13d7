import { useRead } from '../../offline/use-read.js';
import { sorted } from '../../sorted.js';
import { Card } from '../../ui/card.js';
import { NotDone } from '../../ui/not-done.js';
import { Slip } from '../../ui/slip.js';
import { ErrorState, Skeleton } from '../../ui/states.js';
import { Table } from '../../ui/table.js';
import { fmt, locale } from '../../words/words.js';
import { PreviewOrder } from './trader-documents.js';
import { named, say } from './trader-words.js';

/** The best way to fill the order as the market stands: who, how much, at what landed price, and why not the others. */
export function TraderPreview({ orderId }: { orderId: string }) {
  const words = say();
  const isVietnamese = locale.value === 'vi';
  const { data, isLoading, fault, refresh } = useRead(PreviewOrder, { orderId });
  if (!data)
    return fault ? (
      <ErrorState fault={fault} onRetry={refresh} />
    ) : isLoading ? (
      <Skeleton rows={3} />
    ) : null;
  const plan = data.previewAllocation;
  if (plan.__typename === 'Refused') return <NotDone why={{ ...plan, field: null }} />;
  const percent = fmt().number(Math.round(plan.coveragePercent));
  return (
    <div class="stack">
      <Slip
        title={words.preview}
        lines={[
          { label: words.goods, value: fmt().vnd(plan.goodsVnd) },
          { label: words.transport, value: fmt().vnd(plan.transportVnd) },
          { label: words.truckloads, value: words.trucks(fmt().number(plan.truckloads)) },
          {
            label: words.landed,
            value: plan.landedVndPerKg === null ? '–' : fmt().perKg(plan.landedVndPerKg),
            kind: 'sum',
          },
        ]}
      >
        <p>
          <b>
            {words.covered(percent, fmt().number(plan.households), fmt().number(plan.communes))}
          </b>
        </p>
        {plan.shortfalls.map(({ gradeCode, grams }) => (
          <p key={gradeCode} class="wrong">
            {words.shortfall(gradeCode, fmt().load(grams))}
          </p>
        ))}
      </Slip>
      {plan.lines.length > 0 && (
        <Table
          caption={words.preview}
          rows={plan.lines}
          rowKey={({ lotGradeId }) => lotGradeId}
          columns={[
            {
              key: 'commune',
              title: words.commune,
              cell: ({ commune }) => commune.name,
              by: ({ commune }) => commune.name,
            },
            {
              key: 'grade',
              title: words.grade,
              cell: ({ grade }) => named(grade, isVietnamese),
              by: ({ grade }) => grade.nameVi,
            },
            {
              key: 'kg',
              title: words.weight,
              isNumber: true,
              cell: ({ grams }) => fmt().kg(grams),
              by: ({ grams }) => grams,
            },
            {
              key: 'ask',
              title: words.ask,
              isNumber: true,
              cell: ({ vndPerKg }) => fmt().vnd(vndPerKg),
              by: ({ vndPerKg }) => vndPerKg,
            },
            {
              key: 'landed',
              title: words.landed,
              isNumber: true,
              cell: ({ landedVndPerKg }) => fmt().vnd(landedVndPerKg),
              by: ({ landedVndPerKg }) => landedVndPerKg,
            },
          ]}
        />
      )}
      {plan.excluded.length > 0 && (
        <Card>
          <details>
            <summary>{words.excluded(fmt().number(plan.excluded.length))}</summary>
            <ul>
              {reasonsOf(plan.excluded).map(({ sentence, count, grams }) => (
                <li key={sentence}>
                  {sentence}{' '}
                  <span class="earth">{`${fmt().number(count)} · ${fmt().load(grams)}`}</span>
                </li>
              ))}
            </ul>
          </details>
        </Card>
      )}
    </div>
  );
}

/** Hundreds of lots have a dozen reasons: one line a reason, the heaviest first. */
function reasonsOf(
  excluded: readonly { sentence: string; grams: number }[],
): { sentence: string; count: number; grams: number }[] {
  const bySentence = new Map<string, { sentence: string; count: number; grams: number }>();
  for (const { sentence, grams } of excluded) {
    const known = bySentence.get(sentence) ?? { sentence, count: 0, grams: 0 };
    bySentence.set(sentence, { sentence, count: known.count + 1, grams: known.grams + grams });
  }
  return sorted([...bySentence.values()], (a, b) => b.grams - a.grams);
}
