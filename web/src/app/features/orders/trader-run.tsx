import { useState } from 'preact/hooks';
import { graphql, type ResultOf } from '../../api/graphql.js';
import { useDeed } from '../../api/use-deed.js';
import { useRead } from '../../offline/use-read.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { NotDone } from '../../ui/not-done.js';
import { Timeline } from '../../ui/timeline.js';
import { ErrorState, Skeleton } from '../../ui/states.js';
import { clockText } from '../../words/format.js';
import { fmt } from '../../words/words.js';
import { OneOrder } from './trader-documents.js';
import { say } from './trader-run-words.js';

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

/** Trucks for the deals of an order: chosen, loaded and put in order by the planner. */
export default function TraderRun({ params }: RouteProps) {
  const words = say();
  const orderId = params['id'] ?? '';
  const { data, isLoading, fault, refresh } = useRead(OneOrder, { id: orderId });
  const deed = useDeed();
  const [planned, setPlanned] = useState<Planned | null>(null);
  const order = data?.order;
  const plan = async (): Promise<void> => {
    if (!order) return;
    const answer = await deed.run(PlanRun, { orderId, startsAt: startOf(order.readyFrom) });
    if (answer) setPlanned(answer as Planned);
  };
  return (
    <Screen
      title={words.title}
      code="T4"
      back={`/app/gom/${orderId}`}
      action={
        planned ? (
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
        {order && !planned && (
          <p>
            {words.intro(
              fmt().number(order.deals.length),
              fmt().load(order.deals.reduce((sum, deal) => sum + deal.totalGrams, 0)),
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

/** The truck starts when the fruit is ready; at once when that hour is past, with time to reach the first gate. */
function startOf(readyFrom: string): string {
  const ready = new Date(readyFrom);
  const soon = new Date(Date.now() + 15 * 60_000);
  return (ready > soon ? ready : soon).toISOString();
}
