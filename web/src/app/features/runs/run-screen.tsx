import { useDeed } from '../../api/use-deed.js';
import { queue } from '../../offline/phone.js';
import { useRead } from '../../offline/use-read.js';
import { session } from '../../session.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Chip, KeptNote } from '../../ui/chips.js';
import { Icon } from '../../ui/icon.js';
import { NotDone } from '../../ui/not-done.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { fmt } from '../../words/words.js';
import { OpenTickets } from './open-tickets.js';
import { AcceptRun, DeliverRun, OneRun, StartRun, type Run } from './run-documents.js';
import { RUN_LOOKS } from './run-look.js';
import { RunPapers } from './run-papers.js';
import { say } from './run-words.js';
import { nextStop, stopsOnScreen } from './stops-on-screen.js';
import { StopCard } from './stop-card.js';
import { StopList, type Stop } from './stop-list.js';

/** One run from yes to delivery: what is missing, where to go next, what happened there. */
export default function RunScreen(props: RouteProps) {
  return <RunOnScreen {...props} isShort={() => false} />;
}

interface Shortage {
  /** The stop has ended with less than the order needs, as far as the driver's phone knows. */
  isShort: (stop: Stop) => boolean;
}

export function RunOnScreen({ params, isShort }: RouteProps & Shortage) {
  const words = say();
  const { data, at, isKept, isLoading, fault, refresh } = useRead(OneRun, {
    id: params['id'] ?? '',
  });
  const run = data?.run;
  if (!run || !at) {
    return (
      <Screen title={words.run('')} code="L2" back="/app">
        {isLoading && <Skeleton rows={4} />}
        {fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && !run && (
          <EmptyState
            picture={<Icon name="truck" size={56} />}
            title={words.gone}
            note={words.goneNote}
          >
            <LinkButton look="main" href="/app">
              {words.toRuns}
            </LinkButton>
          </EmptyState>
        )}
      </Screen>
    );
  }
  return <OpenRun run={run} at={at} isKept={isKept} onChange={refresh} isShort={isShort} />;
}

interface OpenRunProps extends Shortage {
  run: Run;
  at: Date;
  isKept: boolean;
  onChange: () => void;
}

function OpenRun({ run, at, isKept, onChange, isShort }: OpenRunProps) {
  const words = say();
  const stops = stopsOnScreen(run.stops, queue.value, at.getTime());
  const destination = run.destination?.name ?? '';
  const isDriver = session.value?.role === 'DRIVER' && session.value.personId === run.driver.id;
  const isOnRoad = run.state === 'DISPATCHED';
  const nextHere = isDriver && isOnRoad ? nextStop(stops) : undefined;
  const isAhead = run.state === 'PLANNED' || run.state === 'ACCEPTED';
  const isShortHere = (stop: Stop): boolean => isDriver && isOnRoad && isShort(stop);
  const short = stops.find(isShortHere);
  const left = stops.filter(
    ({ kind, state }) => kind === 'PICKUP' && (state === 'PENDING' || state === 'ARRIVED'),
  );
  return (
    <Screen
      title={words.run(run.number)}
      code="L2"
      back="/app"
      action={
        isDriver &&
        (isAhead || (isOnRoad && left.length === 0)) && <NextAct run={run} onDone={onChange} />
      }
    >
      <div class="stack">
        {isKept && <KeptNote at={at} />}
        {short && <Short stop={short} runId={run.id} />}
        {nextHere && (
          <ol>
            <StopCard
              stop={nextHere}
              runId={run.id}
              destination={destination}
              isNext
              isShort={false}
            />
          </ol>
        )}
        <RunFacts run={run} />
        {run.state === 'CANCELLED' && <p>{words.cancelled(run.cancelReason ?? '')}</p>}
        <RunPapers run={run} />
        {isDriver && (isAhead || isOnRoad) && <OpenTickets stops={left} onDone={onChange} />}
        <h2>{words.stops}</h2>
        {isOnRoad && left.length > 0 && (
          <p class="earth">{words.stopsLeft(fmt().number(left.length))}</p>
        )}
        <StopList stops={stops} runId={run.id} destination={destination} isShort={isShortHere} />
      </div>
    </Screen>
  );
}

/** AL-11: before she drives on, the driver sees that others stand by for what a stop did not give. */
function Short({ stop: { id, household }, runId }: { stop: Stop; runId: string }) {
  const words = say();
  return (
    <section class="card stack tight">
      <p>{words.short(household?.name ?? '')}</p>
      <LinkButton href={`/app/chuyen/${runId}/du-phong?diem=${id}`} icon="stall" isWide>
        {words.backups}
      </LinkButton>
    </section>
  );
}

function RunFacts({ run }: { run: Run }) {
  const words = say();
  const now = new Date();
  return (
    <section class="stack tight">
      <div class="row apart wrap">
        <b class="plate num">{run.vehicle.plate}</b>
        <Chip {...RUN_LOOKS[run.state]}>{words.states[run.state]}</Chip>
      </div>
      <dl>
        <div class="leader">
          <dt>{words.start}</dt>
          <dd class="num">{fmt().moment(new Date(run.startsAt), now)}</dd>
        </div>
        <div class="leader">
          <dt>{words.end}</dt>
          <dd>
            {run.destination?.name} <span>{fmt().moment(new Date(run.endsAt), now)}</span>
          </dd>
        </div>
        <div class="leader">
          <dt>{words.load}</dt>
          <dd class="num">
            {fmt().load(run.loadGrams)} / {fmt().load(run.vehicle.payloadGrams)}
          </dd>
        </div>
        <div class="leader">
          <dt>{words.distance}</dt>
          <dd class="num">{fmt().number(Math.round(run.km))} km</dd>
        </div>
      </dl>
      {run.requester.phone && run.requester.id !== session.value?.partyId && (
        <LinkButton href={`tel:${run.requester.phone}`} icon="phone" isWide>
          {words.call(run.requester.name)}
        </LinkButton>
      )}
    </section>
  );
}

interface NextActProps {
  run: Run;
  onDone: () => void;
}

/** The one step the run can take now; what the server refuses is said above the button. */
function NextAct({ run, onDone }: NextActProps) {
  const words = say();
  const deed = useDeed();
  const step = {
    PLANNED: { document: AcceptRun, label: words.accept, icon: 'check' },
    ACCEPTED: { document: StartRun, label: words.dispatch, icon: 'truck' },
    DISPATCHED: { document: DeliverRun, label: words.deliver, icon: 'basket' },
    DELIVERED: null,
    CLOSED: null,
    CANCELLED: null,
  } as const;
  const act = step[run.state];
  if (!act) return null;
  const go = async (): Promise<void> => {
    const input = { runId: run.id };
    const answer =
      act.document === AcceptRun
        ? await deed.run(AcceptRun, input)
        : act.document === StartRun
          ? await deed.run(StartRun, input)
          : await deed.run(DeliverRun, input);
    if (answer) onDone();
  };
  return (
    <>
      <NotDone why={deed.notDone} />
      <Button look="main" isWide icon={act.icon} isDisabled={deed.isBusy} onPress={() => void go()}>
        {act.label}
      </Button>
    </>
  );
}
