import { useState } from 'preact/hooks';
import { isOnline } from '../../api/line.js';
import { useDeed } from '../../api/use-deed.js';
import { Button } from '../../ui/button.js';
import { Choices, TextField } from '../../ui/field.js';
import { NotDone } from '../../ui/not-done.js';
import { Sheet } from '../../ui/sheet.js';
import { WithdrawLot as Withdraw, type Lot } from './documents.js';
import { say } from './words.js';

/** Takes a lot off the market for good, with a word to those who had asked for a part. */
export function WithdrawLot({ lot, onDone }: { lot: Lot; onDone: () => void }) {
  const words = say();
  const deed = useDeed();
  const [isAsked, setAsked] = useState(false);
  const [choice, setChoice] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const reason = choice === words.other ? typed.trim() : (choice ?? '');
  const withdraw = async (): Promise<void> => {
    const done = await deed.run(Withdraw, { lotId: lot.id as never, reason });
    if (!done) return;
    setAsked(false);
    onDone();
  };
  return (
    <>
      <Button look="stop" isWide isDisabled={!isOnline.value} onPress={() => setAsked(true)}>
        {words.withdraw}
      </Button>
      <Sheet title={words.withdrawAsk} isOpen={isAsked} onClose={() => setAsked(false)}>
        <p>{words.withdrawNote}</p>
        <Choices
          name="why"
          legend={words.withdrawWhy}
          choices={[...words.withdrawReasons, words.other].map((label) => ({
            value: label,
            label,
          }))}
          value={choice}
          onChange={setChoice}
        />
        {choice === words.other && (
          <TextField
            id="why-typed"
            label={words.writeReason}
            autocomplete="off"
            maxLength={200}
            value={typed}
            onChange={setTyped}
          />
        )}
        <NotDone why={deed.notDone} />
        <Button look="main" isWide onPress={() => setAsked(false)}>
          {words.withdrawNo}
        </Button>
        <Button
          look="stop"
          isWide
          isDisabled={reason === '' || deed.isBusy}
          onPress={() => void withdraw()}
        >
          {words.withdrawYes}
        </Button>
      </Sheet>
    </>
  );
}
