import { dayOf } from '../../../../../src/kernel/day.js';
import type { ResultOf } from '../../api/graphql.js';
import { useRead } from '../../offline/use-read.js';
import { Screen } from '../../shell/screen.js';
import { sorted } from '../../sorted.js';
import { Chip, KeptNote } from '../../ui/chips.js';
import { Icon } from '../../ui/icon.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { fmt } from '../../words/words.js';
import { MyRuns } from './run-documents.js';
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

const PAST_SHOWN = 5;

const latestFirst = (a: Run, b: Run): number => b.startsAt.localeCompare(a.startsAt);

/** The driver's first screen: what is to be driven today, what comes, what is over. */
export default function RunsHome() {
  const words = say();
  const { data, at, isKept, isLoading, fault, refresh } = useRead(MyRuns, {});
  const runs = sorted(data?.myRuns.nodes ?? [], (a, b) => a.startsAt.localeCompare(b.startsAt));
  const now = new Date();
  const of = (when: When): Run[] => runs.filter((run) => whenOf(run, now) === when);
  return (
    <Screen title={words.home} code="L1" showsSignal>
      <div class="stack loose">
        {isKept && at && <KeptNote at={at} />}
        {!data && isLoading && <Skeleton rows={3} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && runs.length === 0 && (
          <EmptyState
            picture={<Icon name="truck" size={56} />}
            title={words.none}
            note={words.noneNote}
          />
        )}
        <RunList title={words.today} runs={of('today')} />
        <RunList title={words.coming} runs={of('coming')} />
        <RunList title={words.past} runs={sorted(of('past'), latestFirst).slice(0, PAST_SHOWN)} />
      </div>
    </Screen>
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
