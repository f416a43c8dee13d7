import { useEffect, useState } from 'preact/hooks';
import { useRead } from '../../offline/use-read.js';
import { lazyScreen, PartNotFetched } from '../../shell/lazy-screen.js';
import { Card } from '../../ui/card.js';
import { NotDone } from '../../ui/not-done.js';
import { Slip } from '../../ui/slip.js';
import { ErrorState, Skeleton } from '../../ui/states.js';
import { clockText } from '../../words/format.js';
import { fmt, locale } from '../../words/words.js';
import { planDoubt, type PlanDoubt } from './plan-doubt.js';
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
  onSeen: (plan: SeenPlan) => void;
}

export interface SeenPlan {
  fingerprint: string;
  doubt: PlanDoubt | null;
  recompute: () => void;
}

const VIEWS = ['table', 'map', 'money'] as const;
const PlanFigures = lazyScreen(() => import('./plan-figures.js'), PartNotFetched);

/** The best way to fill the order as the market stands: who, how much, at what landed price, and why not the others. */
export function TraderPreview({ order, moves, onSeen }: TraderPreviewProps) {
  const words = say();
  const planWords = sayPlan();
  const read = useRead(PreviewOrder, { orderId: order.id });
  const { data, at, isKept, isLoading, fault, refresh } = read;
  const [askedAt, setAskedAt] = useState(moves);
  const [answeredAt, setAnsweredAt] = useState(moves);
  const doubt = planDoubt({ isKept, isCut: Boolean(fault), moves, askedAt, answeredAt });
  const recompute = (): void => {
    setAskedAt(moves);
    refresh();
  };
  const [view, setView] = useState<(typeof VIEWS)[number]>('table');
  const [isAsked, setAsked] = useState(false);
  const plan = data?.previewAllocation;
  const fingerprint = plan?.__typename === 'AllocationPreview' ? plan.fingerprint : undefined;
  useEffect(() => {
    if (fingerprint) onSeen({ fingerprint, doubt, recompute });
  }, [fingerprint, doubt, moves]);
  useEffect(() => {
    if (!isKept) setAnsweredAt(askedAt);
  }, [at, isKept]);
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
      {doubt && (
        <p class="stale" role="status">
          {doubt === 'AWAITED'
            ? planWords.awaited
            : isKept && at
              ? planWords.kept(clockText(at))
              : planWords.stale}
        </p>
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
          <details onToggle={() => setAsked(true)}>
            <summary>{words.excluded(fmt().number(plan.excluded.length))}</summary>
            {isAsked && <PlanFigures plan={plan} view="left" destination={null} />}
          </details>
        </Card>
      )}
    </div>
  );
}
