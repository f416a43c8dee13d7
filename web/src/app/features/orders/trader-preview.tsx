import { useEffect, useState } from 'preact/hooks';
import { useRead } from '../../offline/use-read.js';
import { lazyScreen, PartNotFetched } from '../../shell/lazy-screen.js';
import { sorted } from '../../sorted.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { NotDone } from '../../ui/not-done.js';
import { Slip } from '../../ui/slip.js';
import { ErrorState, Skeleton } from '../../ui/states.js';
import { fmt, locale } from '../../words/words.js';
import { PlanTable } from './plan-table.js';
import { say as sayPlan } from './plan-words.js';
import type { Order } from './trader-answers.js';
import { PreviewOrder } from './trader-documents.js';
import { named, say } from './trader-words.js';

interface TraderPreviewProps {
  order: Order;
  /** How often the market has moved since the screen was opened. */
  moves: number;
  /** Told which plan is on the screen. */
  onSeen: (fingerprint: string) => void;
}

const VIEWS = ['table', 'map', 'money'] as const;
const PlanFigures = lazyScreen(() => import('./plan-figures.js'), PartNotFetched);

/** The best way to fill the order as the market stands: who, how much, at what landed price, and why not the others. */
export function TraderPreview({ order, moves, onSeen }: TraderPreviewProps) {
  const words = say();
  const planWords = sayPlan();
  const { data, isLoading, fault, refresh } = useRead(PreviewOrder, { orderId: order.id });
  const [seenMoves, setSeenMoves] = useState(moves);
  const [view, setView] = useState<(typeof VIEWS)[number]>('table');
  const plan = data?.previewAllocation;
  const fingerprint = plan?.__typename === 'AllocationPreview' ? plan.fingerprint : undefined;
  useEffect(() => {
    if (fingerprint) onSeen(fingerprint);
  }, [fingerprint]);
  if (!plan)
    return fault ? (
      <ErrorState fault={fault} onRetry={refresh} />
    ) : isLoading ? (
      <Skeleton rows={3} />
    ) : null;
  if (plan.__typename === 'Refused') return <NotDone why={{ ...plan, field: null }} />;
  const gradeNamed = (code: string): string => {
    const line = order.lines.find(({ grade }) => grade.code === code);
    return line ? named(line.grade, locale.value === 'vi') : code;
  };
  const percent = fmt().number(Math.round(plan.coveragePercent));
  return (
    <div class="stack">
      {moves > seenMoves && (
        <Card title={planWords.stale}>
          <Button
            isWide
            icon="refresh"
            onPress={() => {
              setSeenMoves(moves);
              refresh();
            }}
          >
            {planWords.recompute}
          </Button>
        </Card>
      )}
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
            {words.shortfall(gradeNamed(gradeCode), fmt().load(grams))}
          </p>
        ))}
        {plan.gapPercent !== null && plan.policy === 'LOWEST_COST' && plan.lines.length > 0 && (
          <p class="earth">
            {plan.gapPercent === 0
              ? planWords.proven
              : planWords.within(fmt().number(plan.gapPercent))}
          </p>
        )}
      </Slip>
      {plan.nearest.length > 0 && (
        <Card title={planWords.nearest}>
          <ul class="list">
            {plan.nearest.map(({ sentence }) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Card>
      )}
      {plan.lines.length > 0 && (
        <>
          <div class="toggles" role="group" aria-label={planWords.viewsLabel}>
            {VIEWS.map((one) => (
              <button
                key={one}
                type="button"
                class="btn grow"
                aria-pressed={one === view}
                onClick={() => setView(one)}
              >
                {planWords.views[one]}
              </button>
            ))}
          </div>
          {view === 'table' ? (
            <PlanTable plan={plan} />
          ) : (
            <PlanFigures plan={plan} view={view} destination={order.destination} />
          )}
        </>
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
