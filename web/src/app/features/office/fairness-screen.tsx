import { dayOf, isDay, plusDays, type Day } from '../../../../../src/kernel/day.js';
import type { ResultOf } from '../../api/graphql.js';
import { useRead } from '../../offline/use-read.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { LinkButton } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { Table, type Column } from '../../ui/table.js';
import { dayText } from '../../words/format.js';
import { fmt } from '../../words/words.js';
import { Fairness } from './fairness-documents.js';
import { say } from './fairness-words.js';

type Report = ResultOf<typeof Fairness>['fairnessReport'];
type Commune = Report['communes'][number];
type Buyer = Report['buyers'][number];
type Choice = Report['handChoices'][number];

const PATH = '/app/vp/cong-bang';

/** The first day of the month the address names, of this month when it names none. */
function monthIn(query: Record<string, string>): Day {
  const asked = query['thang'] ?? '';
  return `${(isDay(asked) ? asked : dayOf(new Date())).slice(0, 7)}-01` as Day;
}

/** AL-18: how evenly the households of each commune sold in a month, and how buyers weighed and paid. */
export default function FairnessScreen({ query }: RouteProps) {
  const words = say();
  const month = monthIn(query);
  const { data, isLoading, fault, refresh } = useRead(Fairness, { month });
  const report = data?.fairnessReport;
  const to = (day: Day): string => `${PATH}?thang=${day}`;
  const [year = '', number = ''] = month.split('-');
  return (
    <Screen title={words.title} code="O7" back="/app/vp" density="desk">
      <div class="stack">
        <h2>{words.month(String(Number(number)), year)}</h2>
        <div class="row wrap">
          <LinkButton href={to(plusDays(month, -1))} icon="back">
            {words.before}
          </LinkButton>
          <LinkButton href={to(plusDays(month, 31))}>{words.after}</LinkButton>
        </div>
        {!report && isLoading && <Skeleton rows={4} />}
        {!report && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {report && report.communes.length === 0 && (
          <EmptyState picture={<Icon name="chart" size={56} />} title={words.none} />
        )}
        {report && report.communes.length > 0 && (
          <>
            <p class="earth">{words.note}</p>
            <Table
              caption={words.communes}
              columns={communeColumns()}
              rows={report.communes}
              rowKey={({ commune }) => commune.id}
              sortedBy={{ key: 'gini', isFalling: true }}
            />
          </>
        )}
        {report && (
          <>
            <p class="earth">{words.buyersNote}</p>
            {report.buyers.length === 0 ? (
              <p>{words.noneBuyers}</p>
            ) : (
              <Table
                caption={words.buyers}
                columns={buyerColumns()}
                rows={report.buyers}
                rowKey={({ buyerId }) => buyerId}
                sortedBy={{ key: 'deduction', isFalling: true }}
              />
            )}
            {report.handChoices.length === 0 ? (
              <p>{words.noneChoices}</p>
            ) : (
              <>
                <p class="earth">{words.choicesNote}</p>
                <Table
                  caption={words.choices}
                  columns={choiceColumns()}
                  rows={report.handChoices}
                  rowKey={({ id }) => id}
                />
              </>
            )}
          </>
        )}
      </div>
    </Screen>
  );
}

function communeColumns(): Column<Commune>[] {
  const words = say();
  return [
    {
      key: 'commune',
      title: words.commune,
      cell: ({ commune }) => commune.name,
      by: ({ commune }) => commune.name,
    },
    {
      key: 'gini',
      title: words.gini,
      isNumber: true,
      cell: ({ gini }) => fmt().hundredths(gini),
      by: ({ gini }) => gini,
    },
    {
      key: 'sellers',
      title: words.households,
      isNumber: true,
      cell: ({ sellers, households }) => `${fmt().number(sellers)}/${fmt().number(households)}`,
      by: ({ sellers }) => sellers,
    },
    {
      key: 'offered',
      title: words.offered,
      isNumber: true,
      cell: ({ offeredGrams }) => fmt().load(offeredGrams),
      by: ({ offeredGrams }) => offeredGrams,
    },
    {
      key: 'taken',
      title: words.taken,
      isNumber: true,
      cell: ({ takenGrams }) => fmt().load(takenGrams),
      by: ({ takenGrams }) => takenGrams,
    },
  ];
}

function buyerColumns(): Column<Buyer>[] {
  const words = say();
  const counted = (key: 'tickets' | 'disputed' | 'late', title: string): Column<Buyer> => ({
    key,
    title,
    isNumber: true,
    cell: (row) => fmt().number(row[key]),
    by: (row) => row[key],
  });
  return [
    { key: 'buyer', title: words.buyer, cell: ({ name }) => name, by: ({ name }) => name },
    counted('tickets', words.tickets),
    {
      key: 'deduction',
      title: words.deduction,
      isNumber: true,
      cell: ({ deductionPercent }) => `${fmt().hundredths(deductionPercent)} %`,
      by: ({ deductionPercent }) => deductionPercent,
    },
    counted('disputed', words.disputed),
    counted('late', words.late),
  ];
}

function choiceColumns(): Column<Choice>[] {
  const words = say();
  const gini = (key: 'gini' | 'computedGini', title: string): Column<Choice> => ({
    key,
    title,
    isNumber: true,
    cell: (row) => fmt().number(Math.round(row[key] * 100) / 100),
    by: (row) => row[key],
  });
  return [
    {
      key: 'chosenBy',
      title: words.chosenBy,
      cell: ({ chosenBy }) => chosenBy,
      by: ({ chosenBy }) => chosenBy,
    },
    {
      key: 'order',
      title: words.order,
      cell: ({ orderNumber, day }) => `${orderNumber}, ${dayText(day)}`,
    },
    { key: 'reason', title: words.reason, cell: ({ reason }) => reason },
    gini('gini', words.own),
    gini('computedGini', words.computed),
  ];
}
