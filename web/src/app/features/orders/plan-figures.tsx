import { sorted } from '../../sorted.js';
import { fmt, locale } from '../../words/words.js';
import { CostBar } from './cost-bar.js';
import { PlanMap, type FlowFrom } from './plan-map.js';
import type { Plan } from './plan-table.js';
import { say as sayPlan } from './plan-figures-words.js';
import { named } from './trader-words.js';

interface PlanFiguresProps {
  plan: Plan;
  view: 'map' | 'money' | 'left';
  destination: { name: string; lat: number; lon: number } | null;
}

/** A plan drawn on the ground or in money, or what it left out and why. Fetched when first looked at. */
export default function PlanFigures({ plan, view, destination }: PlanFiguresProps) {
  if (view === 'money') return <PlanMoney plan={plan} />;
  if (view === 'left') return <LeftOut plan={plan} />;
  const communes = flowsOf(plan);
  const list = communes.map(({ name, text }) => `${name} ${text}`).join(', ');
  return <PlanMap communes={communes} destination={destination} label={sayPlan().mapLabel(list)} />;
}

function PlanMoney({ plan }: { plan: Plan }) {
  const words = sayPlan();
  const isVietnamese = locale.value === 'vi';
  const byGrade = new Map<string, number>();
  for (const { grade, grams, vndPerKg } of plan.lines) {
    const name = named(grade, isVietnamese);
    byGrade.set(name, (byGrade.get(name) ?? 0) + Math.round((grams * vndPerKg) / 1000));
  }
  const goods = [...byGrade].map(([grade, vnd], i) => ({
    label: words.goods(grade),
    vnd,
    text: fmt().vnd(vnd),
    kind: i % 2 === 0 ? ('goods' as const) : ('more-goods' as const),
  }));
  const transport = {
    label: words.transport,
    vnd: plan.transportVnd,
    text: fmt().vnd(plan.transportVnd),
    kind: 'transport' as const,
  };
  const parts = [...goods, transport];
  return (
    <CostBar parts={parts} label={parts.map(({ label, text }) => `${label} ${text}`).join(', ')} />
  );
}

/** What each commune gives; a commune whose place is not known is left to the table. */
function flowsOf({ lines }: Plan): FlowFrom[] {
  const byCommune = new Map<string, { name: string; lat: number; lon: number; grams: number }>();
  for (const { commune, grams } of lines) {
    const { id, name, lat, lon } = commune;
    if (lat === null || lon === null) continue;
    const known = byCommune.get(id) ?? { name, lat, lon, grams: 0 };
    byCommune.set(id, { ...known, grams: known.grams + grams });
  }
  return [...byCommune].map(([id, one]) => ({ id, ...one, text: fmt().load(one.grams) }));
}

function LeftOut({ plan }: { plan: Plan }) {
  return (
    <ul>
      {reasonsOf(plan.excluded).map(({ sentence, count, grams }) => (
        <li key={sentence}>
          {sentence} <span class="earth">{`${fmt().number(count)} · ${fmt().load(grams)}`}</span>
        </li>
      ))}
    </ul>
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
