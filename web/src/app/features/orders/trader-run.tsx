import { useState } from 'preact/hooks';
import { graphql, type ResultOf } from '../../api/graphql.js';
import { useDeed } from '../../api/use-deed.js';
import { useRead } from '../../offline/use-read.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { sorted } from '../../sorted.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { NotDone } from '../../ui/not-done.js';
import { Timeline } from '../../ui/timeline.js';
import { ErrorState, Skeleton } from '../../ui/states.js';
import { clockText } from '../../words/format.js';
import { fmt } from '../../words/words.js';
import { say } from './trader-run-words.js';

const OrderTrucks = graphql(`
  query OrderTrucks($id: ID!) {
    order(id: $id) {
      readyFrom
      deals {
        id
        state
        totalGrams
        household {
          name
        }
        runStop {
          seq
          state
          grams
          plannedAt
          arrivedAt
          issue
          plate
          runNumber
          driver {
            name
            phone
          }
        }
      }
    }
  }
`);

const PlanRun = graphql(`
  mutation PlanRun($input: PlanRunInput!) {
    planRun(input: $input) {
      __typename
      ... on PlannedRuns {
        runs {
          id
          number
          state
          startsAt
          endsAt
          loadGrams
          km
          costVnd
          vehicle {
            plate
            payloadGrams
          }
          driver {
            name
            phone
          }
          stops {
            id
            seq
            kind
            grams
            plannedAt
            household {
              name
            }
          }
          permitNeed {
            needed
          }
        }
        unassigned {
          dealId
          sentence
        }
      }
      ... on Refused {
        code
        message
        nextStep
        field
      }
    }
  }
`);

type Planned = Extract<ResultOf<typeof PlanRun>['planRun'], { __typename: 'PlannedRuns' }>;

const STEPS = {
  PENDING: 'coming',
  ARRIVED: 'now',
  DONE: 'done',
  PARTIAL: 'done',
  FAILED: 'stopped',
  SKIPPED: 'stopped',
} as const;

type Deal = NonNullable<ResultOf<typeof OrderTrucks>['order']>['deals'][number];

/** Trucks for the deals of an order: chosen, loaded and put in order by the planner; then, how far they are. */
export default function TraderRun({ params }: RouteProps) {
  const words = say();
  const orderId = params['id'] ?? '';
  const { data, isLoading, fault, refresh } = useRead(OrderTrucks, { id: orderId });
  const deed = useDeed();
  const [planned, setPlanned] = useState<Planned | null>(null);
  const order = data?.order;
  const waiting = (order?.deals ?? []).filter(isWaiting);
  const plan = async (): Promise<void> => {
    if (!order) return;
    const answer = await deed.run(PlanRun, { orderId, startsAt: startOf(order.readyFrom) });
    if (!answer) return;
    setPlanned(answer as Planned);
    refresh();
  };
  return (
    <Screen
      title={order && waiting.length === 0 ? words.trucks : words.title}
      code="T4"
      back={`/app/gom/${orderId}`}
      action={
        planned || (order && waiting.length === 0) ? (
          <LinkButton look="main" href={`/app/gom/${orderId}`} isWide>
            {words.done}
          </LinkButton>
        ) : (
          <Button look="main" isWide isDisabled={deed.isBusy || !order} onPress={() => void plan()}>
            {deed.isBusy ? words.planning : words.plan}
          </Button>
        )
      }
    >
      <div class="stack">
        {!data && isLoading && <Skeleton rows={2} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {waiting.length > 0 && !planned && (
          <p>
            {words.intro(
              fmt().number(waiting.length),
              fmt().load(waiting.reduce((sum, deal) => sum + deal.totalGrams, 0)),
            )}
          </p>
        )}
        <NotDone why={deed.notDone} />
        {planned?.runs.map((run) => (
          <Card
            key={run.id}
            title={run.vehicle.plate}
            aside={<span class="num">{run.number}</span>}
          >
            <p>
              {words.load(fmt().load(run.loadGrams), fmt().load(run.vehicle.payloadGrams))} ·{' '}
              {fmt().number(Math.round(run.km))} km · {fmt().vndShort(run.costVnd)}
            </p>
            {run.driver && (
              <p class="row apart">
                {run.driver.name}
                {run.driver.phone && (
                  <LinkButton href={`tel:${run.driver.phone}`} icon="phone">
                    {words.call}
                  </LinkButton>
                )}
              </p>
            )}
            {run.permitNeed?.needed && <p class="earth">{words.permit}</p>}
            <Timeline
              steps={run.stops.map((stop) => ({
                label: stop.kind === 'DROP' ? words.drop : (stop.household?.name ?? ''),
                state: 'coming' as const,
                icon: stop.kind === 'DROP' ? ('stall' as const) : ('basket' as const),
                time: clockText(new Date(stop.plannedAt)),
                note: stop.kind === 'DROP' ? undefined : fmt().kg(stop.grams),
              }))}
            />
          </Card>
        ))}
        {!planned &&
          trucksOf(order?.deals ?? []).map((stops) => (
            <Truck key={stops[0]?.stop.plate} stops={stops} />
          ))}
        {planned && planned.unassigned.length > 0 && (
          <Card title={words.unassigned(fmt().number(planned.unassigned.length))}>
            <ul class="list">
              {planned.unassigned.map(({ dealId, sentence }) => (
                <li key={dealId}>{sentence}</li>
              ))}
            </ul>
          </Card>
        )}
      </div>
    </Screen>
  );
}

type Stop = NonNullable<Deal['runStop']>;
interface FetchedDeal {
  readonly household: string;
  readonly stop: Stop;
}

/** Nobody fetches it yet, or the truck left it behind. */
const isWaiting = ({ state, runStop }: Deal): boolean =>
  state === 'COMMITTED' && (runStop === null || ['FAILED', 'SKIPPED'].includes(runStop.state));

/** The deals on trucks, each truck in the order of its way. */
function trucksOf(deals: readonly Deal[]): FetchedDeal[][] {
  const fetched = sorted(
    deals.flatMap(({ household, runStop: stop }) =>
      stop ? [{ household: household.name, stop }] : [],
    ),
    (a, b) => a.stop.seq - b.stop.seq,
  );
  const numbers = new Set(fetched.map(({ stop }) => stop.runNumber));
  return [...numbers].map((number) => fetched.filter(({ stop }) => stop.runNumber === number));
}

/** Where a truck has been, and what its driver found there. */
function Truck({ stops }: { stops: readonly FetchedDeal[] }) {
  const words = say();
  const [first] = stops;
  if (!first) return null;
  const { plate, runNumber, driver } = first.stop;
  return (
    <Card title={plate} aside={<span class="num">{runNumber}</span>}>
      <p>
        {driver.name} {driver.phone && <a href={`tel:${driver.phone}`}>{words.call}</a>}
      </p>
      <Timeline
        steps={stops.map(({ household, stop }) => ({
          label: household,
          state: STEPS[stop.state],
          icon: 'basket' as const,
          time: clockText(new Date(stop.arrivedAt ?? stop.plannedAt)),
          note: [words.stopStates[stop.state], stop.grams > 0 && fmt().kg(stop.grams), stop.issue]
            .filter(Boolean)
            .join(' · '),
        }))}
      />
    </Card>
  );
}

/** The truck starts when the fruit is ready; at once when that hour is past, with time to reach the first gate. */
function startOf(readyFrom: string): string {
  const ready = new Date(readyFrom);
  const soon = new Date(Date.now() + 15 * 60_000);
  return (ready > soon ? ready : soon).toISOString();
}
