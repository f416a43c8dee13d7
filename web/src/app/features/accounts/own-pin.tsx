import { useState } from 'preact/hooks';
import { useDeed } from '../../api/use-deed.js';
import { Button } from '../../ui/button.js';
import { NotDone } from '../../ui/not-done.js';
import { saidAt, saidElsewhere } from '../../ui/said-at.js';
import { Sheet } from '../../ui/sheet.js';
import { toast } from '../../ui/toast.js';
import { WritePin } from './pin-documents.js';
import { PinField } from './pin-field.js';
import { say } from './pin-words.js';

interface OwnPinProps {
  hasPin: boolean;
  onChanged: () => void;
  onLeave: () => void;
}

/** The number of the profile in use: set, changed, dropped; and the lock for whoever hands the phone on. */
export function OwnPin({ hasPin, onChanged, onLeave }: OwnPinProps) {
  const words = say();
  const [isOpen, setOpen] = useState(false);
  return (
    <section class="stack tight">
      <h2>{words.own}</h2>
      <p>{hasPin ? words.has : words.none}</p>
      {hasPin && (
        <Button isWide icon="lock" onPress={onLeave}>
          {words.leave}
        </Button>
      )}
      <Button isWide icon={hasPin ? 'edit' : 'lock'} onPress={() => setOpen(true)}>
        {hasPin ? words.change : words.set}
      </Button>
      <Sheet title={words.own} isOpen={isOpen} onClose={() => setOpen(false)}>
        <PinForm
          hasPin={hasPin}
          onDone={() => {
            setOpen(false);
            onChanged();
          }}
        />
      </Sheet>
    </section>
  );
}

function PinForm({ hasPin, onDone }: { hasPin: boolean; onDone: () => void }) {
  const words = say();
  const deed = useDeed();
  const [current, setCurrent] = useState('');
  const [fresh, setFresh] = useState('');
  const isReady = !deed.isBusy && (!hasPin || current.length === 4);
  const write = async (pin: string | null): Promise<void> => {
    const currentPin = hasPin ? current : null;
    if (!(await deed.run(WritePin, { pin, currentPin }))) return;
    toast(pin === null ? words.removed : words.saved);
    onDone();
  };
  return (
    <form class="stack" onSubmit={(event) => event.preventDefault()}>
      {hasPin && (
        <PinField
          id="current-pin"
          label={words.current}
          digits={4}
          error={saidAt(deed.notDone, 'currentPin')}
          value={current}
          onChange={setCurrent}
        />
      )}
      <PinField
        id="fresh-pin"
        label={words.fresh}
        digits={4}
        error={saidAt(deed.notDone, 'pin')}
        value={fresh}
        onChange={setFresh}
      />
      <NotDone why={saidElsewhere(deed.notDone, 'pin', 'currentPin')} />
      <Button
        look="main"
        isWide
        type="submit"
        icon="check"
        isDisabled={!isReady || fresh.length !== 4}
        onPress={() => void write(fresh)}
      >
        {words.save}
      </Button>
      {hasPin && (
        <Button isWide isDisabled={!isReady} onPress={() => void write(null)}>
          {words.remove}
        </Button>
      )}
    </form>
  );
}
