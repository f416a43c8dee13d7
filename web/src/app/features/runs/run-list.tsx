import { dayOf } from '../../../../../src/kernel/day.js';
import type { ResultOf } from '../../api/graphql.js';
import { sorted } from '../../sorted.js';
import { Chip } from '../../ui/chips.js';
import { fmt } from '../../words/words.js';
import type { MyRuns } from './run-documents.js';
import { RUN_LOOKS } from './run-look.js';
import { say } from './run-words.js';

type Run = ResultOf<typeof MyRuns>['myRuns']['nodes'][number];

type When = 'today' | 'coming' | 'past';

/** A run on the road is today's work, whichever day it began. */
function whenOf({ state, startsAt }: Run, now: Date): When {
  if (state === 'DISPATCHED') return 'today';
  const [day, today] = [dayOf(new Date(startsAt)), dayOf(now)];
  if (day === today) return 'today';
  return day > today ? 'coming' : 'past';
}

const earliestFirst = (a: Run, b: Run): number => a.startsAt.localeCompare(b.startsAt);
const latestFirst = (a: Run, b: Run): number => earliestFirst(b, a);

interface RunsByDayProps {
  runs: readonly Run[];
  /** How many of those that are over; all when left out. */
  pastShown?: number;
}

/** Runs of today, those to come in their order, and those that are over, the latest first. */
export function RunsByDay({ runs, pastShown }: RunsByDayProps) {
  const words = say();
  const now = new Date();
  const of = (when: When): Run[] => runs.filter((run) => whenOf(run, now) === when);
  return (
    <>
      <RunList title={words.today} runs={sorted(of('today'), earliestFirst)} />
      <RunList title={words.coming} runs={sorted(of('coming'), earliestFirst)} />
      <RunList title={words.past} runs={sorted(of('past'), latestFirst).slice(0, pastShown)} />
    </>
  );
}

function RunList({ title, runs }: { title: string; runs: readonly Run[] }) {
  if (runs.length === 0) return null;
  return (
    <section class="stack">
      <h2>{title}</h2>
      {runs.map((run) => (
        <RunCard key={run.id} run={run} />
      ))}
    </section>
  );
}

function RunCard({ run }: { run: Run }) {
  const words = say();
  const pickups = run.stops.filter(({ kind }) => kind === 'PICKUP');
  const over = pickups.filter(({ state }) => state !== 'PENDING' && state !== 'ARRIVED');
  const { number } = fmt();
  return (
    <a class="card link" href={`/app/chuyen/${run.id}`}>
      <span class="card-head">
        <b class="lead num">{fmt().moment(new Date(run.startsAt), new Date())}</b>
        <Chip {...RUN_LOOKS[run.state]}>{words.states[run.state]}</Chip>
      </span>
      <span>
        <b class="num">{run.vehicle.plate}</b> · {fmt().load(run.loadGrams)}
        {run.destination && ` → ${run.destination.name}`}
      </span>
      <span class="earth">
        {run.number} · {words.stopsOf(number(over.length), number(pickups.length))}
      </span>
    </a>
  );
}
