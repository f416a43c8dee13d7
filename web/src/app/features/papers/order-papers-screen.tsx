import { useRead } from '../../offline/use-read.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { Card } from '../../ui/card.js';
import { Icon } from '../../ui/icon.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { DealPdf, OrderConfirmation, OrderDeals, PickList } from './documents.js';
import { PaperButton } from './paper-button.js';
import { say } from './words.js';

/** What of a committed order is printed: its confirmation, the pick list, each household's deal sheet. */
export default function OrderPapersScreen({ params }: RouteProps) {
  const words = say();
  const id = params['id'] ?? '';
  const { data, isLoading, fault, refresh } = useRead(OrderDeals, { id });
  const order = data?.order;
  const deals = order?.deals ?? [];
  return (
    <Screen title={words.title} code="G1" back={`/app/gom/${id}`}>
      <div class="stack">
        {!data && isLoading && <Skeleton rows={3} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && deals.length === 0 && (
          <EmptyState picture={<Icon name="order" size={56} />} title={words.none} />
        )}
        {order && deals.length > 0 && (
          <>
            <Card title={words.order(order.number)}>
              <PaperButton document={OrderConfirmation} id={id} label={words.confirmation} />
              <PaperButton document={PickList} id={id} label={words.pickList} />
              <p class="earth">{words.pickListNote}</p>
            </Card>
            <h2>{words.deals}</h2>
            {deals.map((deal) => (
              <Card key={deal.id} title={deal.household.name}>
                <PaperButton document={DealPdf} id={deal.id} label={deal.number} />
              </Card>
            ))}
          </>
        )}
      </div>
    </Screen>
  );
}
