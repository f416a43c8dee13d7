import type { Id } from '../../../../../src/kernel/id.js';
import { useRead } from '../../offline/use-read.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { KeptNote } from '../../ui/chips.js';
import { Icon } from '../../ui/icon.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { ChangeForm } from './change-form.js';
import { ChangeOfOrder } from './change-documents.js';
import { OpenChange } from './open-change.js';
import { say } from './change-words.js';

/** A buyer changes a committed order, household by household, or answers a household that asks. */
export default function ChangeOrderScreen({ params }: RouteProps) {
  const words = say();
  const orderId = params['id'] as Id;
  const { data, at, isKept, isLoading, fault, refresh } = useRead(ChangeOfOrder, { id: orderId });
  const order = data?.order;
  const deals = order?.deals.filter(({ state }) => state === 'COMMITTED') ?? [];
  const change = order?.change;
  const nameOf = (dealId: string): string =>
    order?.deals.find(({ id }) => id === dealId)?.household.name ?? '';
  const [first] = deals;
  return (
    <Screen title={words.title} code="E1" back={`/app/gom/${orderId}`}>
      <div class="stack">
        {isKept && at && <KeptNote at={at} />}
        {!data && isLoading && <Skeleton rows={3} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {change?.state === 'OPEN' ? (
          <OpenChange
            key={change.id}
            change={change}
            side="BUYER"
            nameOf={nameOf}
            onAnswered={refresh}
          />
        ) : first ? (
          <>
            {change && <p class="earth">{words.last[change.state]}</p>}
            <ChangeForm
              orderId={orderId}
              deals={deals}
              readyFrom={first.readyFrom}
              readyTo={first.readyTo}
              isBuyer
              onSent={refresh}
            />
          </>
        ) : (
          data && (
            <EmptyState
              picture={<Icon name="order" size={56} />}
              title={words.nothing}
              note={words.nothingNote}
            />
          )
        )}
      </div>
    </Screen>
  );
}
