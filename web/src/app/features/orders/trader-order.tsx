import { useState } from 'preact/hooks';
import { Fault } from '../../api/fault.js';
import { useLive } from '../../api/use-live.js';
import { useDeed } from '../../api/use-deed.js';
import { useRead } from '../../offline/use-read.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { BindingSheet } from '../../ui/binding-sheet.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Chip, KeptNote } from '../../ui/chips.js';
import { NotDone } from '../../ui/not-done.js';
import { ConfirmSheet } from '../../ui/sheet.js';
import { ErrorState, Skeleton } from '../../ui/states.js';
import { fmt, locale } from '../../words/words.js';
import {
  CancelOrder,
  CommitOrder,
  OfferOrder,
  OneOrder,
  OrderProgress,
} from './trader-documents.js';
import { TraderAnswers } from './trader-answers.js';
import { TraderDeals } from './trader-deals.js';
import { say as sayPlan } from './plan-words.js';
import { TraderPreview, type SeenPlan } from './trader-preview.js';
import { stateLook } from './trader-state.js';
import { named, say } from './trader-words.js';

const SOURCING = new Set(['SOURCING', 'ALLOCATED']);

/** One bulk order from wish to money: what it asks next depends on where it stands. */
export default function TraderOrder({ params }: RouteProps) {
  const words = say();
  const orderId = params['id'] ?? '';
  const { data, at, isKept, isLoading, fault, refresh } = useRead(OneOrder, { id: orderId });
  const [asking, setAsking] = useState<'commit' | 'cancel' | null>(null);
  const [moves, setMoves] = useState(0);
  const [seen, setSeen] = useState<SeenPlan | null>(null);
  const deed = useDeed();
  const order = data?.order;
  const isSourcing = order ? SOURCING.has(order.state) : false;
  const accepted = order?.progress.acceptedGrams ?? 0;

  const offer = async (isSeen: boolean): Promise<void> => {
    const done = await deed.run(OfferOrder, {
      orderId,
      fingerprint: isSeen && seen ? seen.fingerprint : null,
    });
    if (!done) setMoves((count) => count + 1);
    refresh();
  };
  const commit = async (): Promise<string | undefined> => {
    const done = await deed.run(CommitOrder, { orderId });
    refresh();
    return done && order?.number;
  };
  const cancel = async (): Promise<void> => {
    setAsking(null);
    await deed.run(CancelOrder, { orderId, reason: words.cancelReason });
    refresh();
  };

  return (
    <Screen
      title={order ? words.order(order.number) : words.home}
      code="T3"
      back="/app"
      action={
        isSourcing && accepted > 0 ? (
          <Button look="main" isWide isDisabled={deed.isBusy} onPress={() => setAsking('commit')}>
            {words.commit} · {fmt().load(accepted)}
          </Button>
        ) : isSourcing && order?.progress.offered === 0 ? (
          seen?.doubt === 'STALE' ? (
            <Button look="main" icon="refresh" isWide onPress={seen.recompute}>
              {sayPlan().recompute}
            </Button>
          ) : (
            <Button
              look="main"
              isWide
              isDisabled={deed.isBusy || !seen || seen.doubt !== null}
              onPress={() => void offer(true)}
            >
              {words.offer}
            </Button>
          )
        ) : undefined
      }
    >
      <div class="stack">
        {isKept && at && <KeptNote at={at} />}
        {!data && isLoading && <Skeleton rows={4} />}
        {fault && !data && <ErrorState fault={fault} onRetry={refresh} />}
        {data && !order && <ErrorState fault={new Fault('NOT_FOUND')} />}
        {order && (
          <>
            <p class="row wrap">
              <Chip {...stateLook(order.state)}>{words.states[order.state]}</Chip>
              <span>
                <b>{fmt().load(order.wantedGrams)}</b> {named(order.crop, locale.value === 'vi')} ·{' '}
                {order.destination?.name} · {fmt().moment(new Date(order.readyFrom), new Date())}
              </span>
            </p>
            {isSourcing && (
              <LiveOrder
                orderId={orderId}
                onAnswer={refresh}
                onMarketMoved={() => setMoves((count) => count + 1)}
              />
            )}
            <NotDone why={deed.notDone} />
            {isSourcing && order.progress.offered > 0 && (
              <TraderAnswers order={order} onMore={() => void offer(false)} isBusy={deed.isBusy} />
            )}
            {isSourcing && order.progress.offered === 0 && (
              <TraderPreview order={order} moves={moves} onSeen={setSeen} />
            )}
            {order.deals.length > 0 && <TraderDeals orderId={orderId} deals={order.deals} />}
            {isSourcing && (
              <LinkButton href={`/app/gom/${orderId}/nhu-cau`} icon="people" isWide>
                {words.need}
              </LinkButton>
            )}
            {isSourcing && (
              <LinkButton href={`/app/gom/${orderId}/tu-chia`} icon="people" isWide>
                {words.byHand}
              </LinkButton>
            )}
            {(isSourcing || order.state === 'COMMITTED') && (
              <LinkButton href={`/app/gom/${orderId}/du-phong`} icon="people" isWide>
                {words.backups}
              </LinkButton>
            )}
            {isSourcing && (
              <Button look="stop" isWide onPress={() => setAsking('cancel')}>
                {words.cancel}
              </Button>
            )}
            {order.deals.length > 0 && (
              <LinkButton href={`/app/gom/${orderId}/tien`} icon="money" isWide>
                {words.money}
              </LinkButton>
            )}
            {order.deals.length > 0 && (
              <LinkButton href={`/app/gom/${orderId}/doi`} icon="order" isWide>
                {words.change}
              </LinkButton>
            )}
            {!isSourcing && (
              <LinkButton href={`/app/gom/${orderId}/dat-lai`} icon="plus" isWide>
                {words.again}
              </LinkButton>
            )}
          </>
        )}
      </div>
      <BindingSheet
        title={words.commitAsk(fmt().load(accepted))}
        yes={words.commitYes}
        no={words.back}
        isOpen={asking === 'commit'}
        send={commit}
        done={words.states.COMMITTED}
        onClose={() => setAsking(null)}
      >
        <p>{words.commitNote}</p>
      </BindingSheet>
      <ConfirmSheet
        title={words.cancelAsk}
        note={words.cancelNote}
        yes={words.cancel}
        no={words.back}
        isOpen={asking === 'cancel'}
        onYes={() => void cancel()}
        onNo={() => setAsking(null)}
      />
    </Screen>
  );
}

interface LiveOrderProps {
  orderId: string;
  onAnswer: () => void;
  onMarketMoved: () => void;
}

/** Listens while answers are awaited; draws nothing. */
function LiveOrder({ orderId, onAnswer, onMarketMoved }: LiveOrderProps) {
  useLive(OrderProgress, { orderId }, ({ orderProgress }) =>
    orderProgress.isMarketMoved ? onMarketMoved() : onAnswer(),
  );
  return null;
}
