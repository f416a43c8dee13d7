import { useState } from 'preact/hooks';
import type { Id } from '../../../../../src/kernel/id.js';
import { isOnline } from '../../api/line.js';
import { useDeed } from '../../api/use-deed.js';
import { BindingSheet } from '../../ui/binding-sheet.js';
import { Button, IconButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Choices, TextField } from '../../ui/field.js';
import { NotDone } from '../../ui/not-done.js';
import { saidAt, saidElsewhere } from '../../ui/said-at.js';
import { fmt } from '../../words/words.js';
import { PlaceBoxOrder, type Sale } from './documents.js';
import { say } from './words.js';

type Way = 'FETCH' | 'SEND';

/** Some boxes of one sale, fetched or sent. */
export function BoxOrderForm({ sale, onOrdered }: { sale: Sale; onOrdered: () => void }) {
  const words = say();
  const [typed, setBoxes] = useState(1);
  const [way, setWay] = useState<Way>('FETCH');
  const [address, setAddress] = useState('');
  const [isOrdering, setOrdering] = useState(false);
  const deed = useDeed();
  const boxes = Math.min(typed, sale.left);
  const isReady = way === 'FETCH' || address.trim() !== '';

  const place = async (): Promise<string | undefined> => {
    const sent = way === 'SEND' ? address : null;
    const placed = await deed.run(PlaceBoxOrder, { saleId: sale.id as Id, boxes, address: sent });
    return placed?.number;
  };
  const close = (): void => {
    setOrdering(false);
    setBoxes(1);
    onOrdered();
  };
  const wish = words.order(fmt().number(boxes), fmt().vnd(boxes * sale.vndPerBox));
  return (
    <Card title={words.howMany}>
      <div class="row apart">
        <IconButton
          icon="minus"
          label={words.fewer}
          onPress={() => setBoxes(Math.max(1, boxes - 1))}
        />
        <b class="num" aria-live="polite">
          {words.boxes(fmt().number(boxes))}
        </b>
        <IconButton
          icon="plus"
          label={words.more}
          onPress={() => setBoxes(Math.min(sale.left, boxes + 1))}
        />
      </div>
      {sale.byCourier && (
        <Choices
          name="nhan"
          legend={words.how}
          value={way}
          choices={[
            { value: 'FETCH', label: words.fetch, note: sale.place },
            { value: 'SEND', label: words.send, note: words.sendNote },
          ]}
          onChange={setWay}
        />
      )}
      {way === 'SEND' && (
        <TextField
          id="dia-chi"
          label={words.address}
          hint={words.addressHint}
          maxLength={200}
          error={saidAt(deed.notDone, 'address')}
          value={address}
          onChange={setAddress}
        />
      )}
      <p class="earth">{words.payNote}</p>
      <NotDone why={way === 'SEND' ? saidElsewhere(deed.notDone, 'address') : deed.notDone} />
      <Button
        look="main"
        isWide
        isDisabled={!isReady || deed.isBusy || !isOnline.value}
        onPress={() => setOrdering(true)}
      >
        {wish}
      </Button>
      <BindingSheet
        title={wish}
        isOpen={isOrdering}
        send={place}
        done={words.placed}
        onClose={close}
      >
        <p>{words.payNote}</p>
      </BindingSheet>
    </Card>
  );
}
