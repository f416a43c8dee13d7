import { useState } from 'preact/hooks';
import type { Id } from '../../../../../src/kernel/id.js';
import { isOnline } from '../../api/line.js';
import { useDeed } from '../../api/use-deed.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Chip } from '../../ui/chips.js';
import type { IconName } from '../../ui/icon.js';
import { NotDone } from '../../ui/not-done.js';
import type { Tone } from '../../ui/picture-button.js';
import { ReasonSheet } from '../../ui/reason-sheet.js';
import { phoneText } from '../../words/format.js';
import { fmt } from '../../words/words.js';
import { CancelBoxOrder, MoveBoxOrder, ReceiveBoxOrder, type BoxOrder } from './documents.js';
import { say } from './words.js';

const LOOKS: Record<BoxOrder['state'], { tone: Tone; icon: IconName }> = {
  PLACED: { tone: 'amber', icon: 'waiting' },
  CONFIRMED: { tone: 'blue', icon: 'check' },
  PACKED: { tone: 'blue', icon: 'basket' },
  HANDED_OVER: { tone: 'green', icon: 'truck' },
  DELIVERED: { tone: 'green', icon: 'check' },
  CANCELLED: { tone: 'plain', icon: 'cross' },
};

interface OrderCardProps {
  order: BoxOrder;
  side: 'BUYER' | 'SELLER';
  onDone: () => void;
}

/** One order of boxes and the next step of whoever looks at it. */
export function BoxOrderCard({ order, side, onDone }: OrderCardProps) {
  const words = say();
  const deed = useDeed();
  const [isAsking, setAsking] = useState(false);
  const { state, number, boxes, amountVnd, address, cancelReason, paidAt } = order;
  const other = side === 'SELLER' ? order.buyer : order.seller;
  const one = { boxOrderId: order.id as Id };
  const isWaiting = state === 'PLACED' || state === 'CONFIRMED' || state === 'PACKED';
  const mayCancel = isWaiting && (side === 'SELLER' || state !== 'PACKED');

  const move = async (step: 'confirm' | 'pack' | 'handOver', isPaid: boolean): Promise<void> => {
    await deed.run(MoveBoxOrder, { ...one, step, isPaid });
    onDone();
  };
  const receive = async (): Promise<void> => {
    await deed.run(ReceiveBoxOrder, one);
    onDone();
  };
  const cancel = async (reason: string): Promise<boolean> => {
    const done = await deed.run(CancelBoxOrder, { ...one, reason });
    if (done) setAsking(false);
    onDone();
    return done !== undefined;
  };
  const step = (text: string, press: () => Promise<void>, look: 'main' | 'plain' = 'main') => (
    <Button
      look={look}
      isWide
      isDisabled={deed.isBusy || !isOnline.value}
      onPress={() => void press()}
    >
      {text}
    </Button>
  );
  return (
    <Card title={number} aside={<Chip {...LOOKS[state]}>{words.states[state]}</Chip>}>
      <p>
        <b class="num">{words.boxes(fmt().number(boxes))}</b>, {fmt().vnd(amountVnd)}
        {paidAt && `. ${words.paid}`}
      </p>
      {other && isWaiting && (
        <p>
          {other.name}
          {side === 'SELLER' && `. ${address ? words.sendTo(address) : words.fetched}`}
        </p>
      )}
      {cancelReason && <p class="earth">{words.cancelled(cancelReason)}</p>}
      {!isAsking && <NotDone why={deed.notDone} />}
      {side === 'SELLER' && state === 'PLACED' && step(words.confirm, () => move('confirm', false))}
      {side === 'SELLER' && state === 'CONFIRMED' && step(words.pack, () => move('pack', false))}
      {side === 'SELLER' && state === 'PACKED' && (
        <>
          {step(words.paidHandOver, () => move('handOver', true))}
          {step(words.unpaidHandOver, () => move('handOver', false), 'plain')}
        </>
      )}
      {side === 'BUYER' && state === 'HANDED_OVER' && step(words.received, receive)}
      {other?.phone && isWaiting && (
        <LinkButton href={`tel:${other.phone}`} icon="phone" isWide>
          {words.call(phoneText(other.phone))}
        </LinkButton>
      )}
      {mayCancel && (
        <Button look="quiet" icon="cross" isWide onPress={() => setAsking(true)}>
          {words.cancel}
        </Button>
      )}
      <ReasonSheet
        draftKey={`box-cancel:${order.id}`}
        title={words.cancelTitle}
        reasons={side === 'SELLER' ? words.sellerReasons : words.buyerReasons}
        send={words.cancelSend}
        isOpen={isAsking}
        isBusy={deed.isBusy}
        notDone={deed.notDone}
        onClose={() => setAsking(false)}
        onSend={cancel}
      />
    </Card>
  );
}
