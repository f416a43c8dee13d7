import { useLocation } from 'preact-iso/router';
import type { Id } from '../../../../../src/kernel/id.js';
import { useDeed } from '../../api/use-deed.js';
import { useRead } from '../../offline/use-read.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { Icon } from '../../ui/icon.js';
import { NotDone } from '../../ui/not-done.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { ByHand, type HandWish } from './by-hand.js';
import { OfferByHand, OrderShares } from './documents.js';
import { EarlierByHand } from './hand-plans.js';
import { say } from './words.js';

/** A buyer chooses lot by lot for her own order, beside the plan that was computed for it. */
export default function OrderByHandScreen({ params }: RouteProps) {
  const words = say();
  const orderId = params['id'] as Id;
  const back = `/app/gom/${orderId}`;
  const { route } = useLocation();
  const { data, isLoading, fault, refresh } = useRead(OrderShares, { orderId });
  const deed = useDeed();
  const answer = data?.previewAllocation;
  const plan = answer?.__typename === 'AllocationPreview' ? answer : undefined;
  const send = async (byHand: HandWish): Promise<string | undefined> => {
    const done = await deed.run(OfferByHand, {
      orderId,
      fingerprint: plan?.fingerprint ?? null,
      byHand: byHand as never,
    });
    if (!done) refresh();
    return done && data?.order?.number;
  };
  if (plan && plan.shares.length > 0)
    return (
      <ByHand
        code="T13"
        plan={plan}
        texts={{
          send: words.offer,
          ask: words.offerAsk,
          note: words.offerNote,
          yes: words.offerYes,
          done: words.offerDone,
        }}
        notDone={deed.notDone}
        send={send}
        onSent={() => route(back)}
        onBack={() => route(back)}
        before={<EarlierByHand orderId={orderId} />}
      />
    );
  return (
    <Screen title={words.handTitle} code="T13" back={back}>
      <div class="stack">
        {!data && isLoading && <Skeleton rows={4} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {answer?.__typename === 'Refused' && <NotDone why={{ ...answer, field: null }} />}
        {plan && <EmptyState picture={<Icon name="stall" size={56} />} title={words.noneOfOrder} />}
        <EarlierByHand orderId={orderId} />
      </div>
    </Screen>
  );
}
