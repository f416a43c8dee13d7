import { useRead } from '../../offline/use-read.js';
import { session } from '../../session.js';
import { Screen } from '../../shell/screen.js';
import { LinkButton } from '../../ui/button.js';
import { Chip, KeptNote } from '../../ui/chips.js';
import { Icon } from '../../ui/icon.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { fmt } from '../../words/words.js';
import { BoxSales, MyBoxSales } from './documents.js';
import { boxText, SaleCard } from './sale-card.js';
import { say } from './words.js';

const isSeller = (): boolean => ['GROWER', 'COOP_CLERK'].includes(session.value?.role ?? '');

/** Fruit by the box: what the own side sells, what one ordered, and what is on sale. */
export default function BoxSalesScreen() {
  const words = say();
  const { data, at, isKept, isLoading, fault, refresh } = useRead(BoxSales, {});
  const offered = data?.boxSales.nodes.filter(({ isMine }) => !isMine) ?? [];
  const ordered = data?.myBoxOrders.nodes ?? [];
  return (
    <Screen title={words.title} code="W1" back="/app">
      <div class="stack">
        {isKept && at && <KeptNote at={at} />}
        {!data && isLoading && <Skeleton rows={3} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {isSeller() && <OwnSales />}
        {ordered.length > 0 && <h2>{words.ordered}</h2>}
        {ordered.map(({ id, number, boxes, state, sale }) => (
          <a key={id} class="card link" href={`/app/thung/${sale.id}`}>
            <span class="card-head">
              <b>{boxText(sale)}</b>
              <Chip tone={state === 'CANCELLED' ? 'plain' : 'blue'} icon="order">
                {words.states[state]}
              </Chip>
            </span>
            <span class="earth">
              {number}, {words.boxes(fmt().number(boxes))}
            </span>
          </a>
        ))}
        {data && (offered.length > 0 || ordered.length > 0) && <h2>{words.offered}</h2>}
        {offered.map((sale) => (
          <SaleCard key={sale.id} sale={sale} />
        ))}
        {data && offered.length === 0 && (
          <EmptyState
            picture={<Icon name="basket" size={56} />}
            title={words.none}
            note={words.noneNote}
          />
        )}
      </div>
    </Screen>
  );
}

function OwnSales() {
  const words = say();
  const { data } = useRead(MyBoxSales, {});
  if (!data) return null;
  const sales = data.myBoxSales.nodes;
  return (
    <>
      <h2>{words.selling}</h2>
      {sales.map((sale) => (
        <SaleCard key={sale.id} sale={sale} />
      ))}
      {sales.length === 0 && <p>{words.sellFromLot}</p>}
      <LinkButton href="/app/lo" icon="stall" isWide>
        {words.myLots}
      </LinkButton>
    </>
  );
}
