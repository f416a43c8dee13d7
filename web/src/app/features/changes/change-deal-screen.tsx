import { useRead } from '../../offline/use-read.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { KeptNote } from '../../ui/chips.js';
import { Icon } from '../../ui/icon.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import type { Id } from '../../../../../src/kernel/id.js';
import { ChangeForm } from './change-form.js';
import { ChangeOfDeal } from './change-documents.js';
import { OpenChange } from './open-change.js';
import { say } from './change-words.js';

/** A household, or whoever sells for it, answers a buyer who asks for a change, or asks for one. */
export default function ChangeDealScreen({ params }: RouteProps) {
  const words = say();
  const id = params['id'] ?? '';
  const { data, at, isKept, isLoading, fault, refresh } = useRead(ChangeOfDeal, { id });
  const deal = data?.deal;
  const change = deal?.change;
  return (
    <Screen title={words.title} code="E2" back={`/app/don/${id}`}>
      <div class="stack">
        {isKept && at && <KeptNote at={at} />}
        {!data && isLoading && <Skeleton rows={3} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {deal && change?.state === 'OPEN' ? (
          <OpenChange
            key={change.id}
            change={change}
            side="SELLER"
            nameOf={() => deal.number}
            onAnswered={refresh}
          />
        ) : deal?.state === 'COMMITTED' ? (
          <>
            {change && <p class="earth">{words.last[change.state]}</p>}
            <ChangeForm
              orderId={deal.orderId as Id}
              deals={[deal]}
              readyFrom={deal.readyFrom}
              readyTo={deal.readyTo}
              isBuyer={false}
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
