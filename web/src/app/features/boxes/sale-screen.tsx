import { useState } from 'preact/hooks';
import type { Id } from '../../../../../src/kernel/id.js';
import { isOnline } from '../../api/line.js';
import { useDeed } from '../../api/use-deed.js';
import { useRead } from '../../offline/use-read.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { Button } from '../../ui/button.js';
import { KeptNote } from '../../ui/chips.js';
import { Icon } from '../../ui/icon.js';
import { NotDone } from '../../ui/not-done.js';
import { ConfirmSheet } from '../../ui/sheet.js';
import { Slip } from '../../ui/slip.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { clockText } from '../../words/format.js';
import { fmt } from '../../words/words.js';
import { CloseBoxSale, OneBoxSale, type Sale } from './documents.js';
import { BoxOrderCard } from './order-card.js';
import { BoxOrderForm } from './order-form.js';
import { boxText, SaleChip } from './sale-card.js';
import { say } from './words.js';

/** One sale of boxes: a buyer orders here, the seller packs and hands over. */
export default function BoxSaleScreen({ params }: RouteProps) {
  const words = say();
  const id = params['id'] as Id;
  const { data, at, isKept, isLoading, fault, refresh } = useRead(OneBoxSale, { id });
  const sale = data?.boxSale;
  const side = sale?.isMine ? 'SELLER' : 'BUYER';
  return (
    <Screen title={words.title} code="W2" back="/app/thung">
      <div class="stack">
        {isKept && at && <KeptNote at={at} />}
        {sale && !isOnline.value && <p class="stale">{words.needLine}</p>}
        {!data && isLoading && <Skeleton rows={3} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && !sale && (
          <EmptyState picture={<Icon name="basket" size={56} />} title={words.gone} />
        )}
        {sale && (
          <>
            <p>
              <SaleChip {...sale} />
            </p>
            <Slip title={boxText(sale)} lines={factsOf(sale)} />
            {sale.isOpen && !sale.isMine && <BoxOrderForm sale={sale} onOrdered={refresh} />}
            {(sale.isMine || sale.orders.length > 0) && (
              <h2>{sale.isMine ? words.orders : words.mine}</h2>
            )}
            {sale.isMine && sale.orders.length === 0 && <p>{words.noOrders}</p>}
            {sale.orders.map((order) => (
              <BoxOrderCard key={order.id} order={order} side={side} onDone={refresh} />
            ))}
            {sale.isMine && sale.isOpen && <CloseSale id={id} onClosed={refresh} />}
          </>
        )}
      </div>
    </Screen>
  );
}

function factsOf(sale: Sale) {
  const words = say();
  const now = new Date();
  const from = fmt().moment(new Date(sale.readyFrom), now);
  return [
    { label: words.perBox, value: fmt().vnd(sale.vndPerBox) },
    { label: words.leftLabel, value: `${fmt().number(sale.left)}/${fmt().number(sale.boxes)}` },
    { label: words.untilLabel, value: fmt().moment(new Date(sale.ordersUntil), now) },
    { label: words.handOverLabel, value: `${from} – ${clockText(new Date(sale.readyTo))}` },
    { label: words.place, value: sale.place },
    { label: words.seller, value: sale.sellerName ?? words.household(sale.commune?.name ?? '') },
  ];
}

function CloseSale({ id, onClosed }: { id: Id; onClosed: () => void }) {
  const words = say();
  const deed = useDeed();
  const [isAsking, setAsking] = useState(false);
  const close = async (): Promise<void> => {
    setAsking(false);
    await deed.run(CloseBoxSale, { saleId: id });
    onClosed();
  };
  return (
    <>
      <NotDone why={deed.notDone} />
      <Button look="stop" isWide isDisabled={!isOnline.value} onPress={() => setAsking(true)}>
        {words.close}
      </Button>
      <ConfirmSheet
        title={words.closeAsk}
        note={words.closeNote}
        yes={words.close}
        no={words.back}
        isOpen={isAsking}
        onYes={() => void close()}
        onNo={() => setAsking(false)}
      />
    </>
  );
}
