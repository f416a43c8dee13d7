import { useState } from 'preact/hooks';
import { isRefusal } from '../../../../../src/kernel/refusal.js';
import { vnd, type Vnd } from '../../../../../src/kernel/units.js';
import { parsePrice } from '../../../../../src/kernel/spoken/price.js';
import { useDeed } from '../../api/use-deed.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import { NotDone } from '../../ui/not-done.js';
import { saidAt, saidElsewhere } from '../../ui/said-at.js';
import { Sheet } from '../../ui/sheet.js';
import { fmt } from '../../words/words.js';
import { SetCap } from './admin-documents.js';
import { say } from './admin-words.js';

interface CapFormProps {
  payerId: string | null;
  capVnd: number;
  onDone: () => void;
}

/** The month's cap of one payer; typed in đồng, read back before it is kept. */
export function CapForm({ payerId, capVnd, onDone }: CapFormProps) {
  const words = say();
  const deed = useDeed();
  const [typed, setTyped] = useState<string | null>(null);
  const amount = typed === null ? vnd(capVnd) : vndOf(typed);
  const save = async (): Promise<void> => {
    if (amount === undefined) return;
    const answer = await deed.run(SetCap, { payerId, capVnd: amount });
    if (!answer) return;
    setTyped(null);
    onDone();
  };
  return (
    <>
      <Button icon="edit" onPress={() => setTyped(String(capVnd))}>
        {words.changeCap}
      </Button>
      <Sheet title={words.changeCap} isOpen={typed !== null} onClose={() => setTyped(null)}>
        <TextField
          id="cap"
          label={words.cap}
          hint={amount === undefined ? words.capHint : fmt().vnd(amount)}
          inputMode="numeric"
          autocomplete="off"
          maxLength={14}
          pattern="[\d\s.]*\d[\d\s.]*"
          error={saidAt(deed.notDone, 'capVnd')}
          value={typed ?? ''}
          onChange={setTyped}
        />
        <NotDone why={saidElsewhere(deed.notDone, 'capVnd')} />
        <Button
          look="main"
          isWide
          isDisabled={deed.isBusy || amount === undefined}
          onPress={() => void save()}
        >
          {words.save}
        </Button>
      </Sheet>
    </>
  );
}

/** Plain figures are đồng here, whatever their size; words such as "5 triệu" are read as prices are. */
function vndOf(text: string): Vnd | undefined {
  const figures = text.replaceAll(/[.\s]/g, '');
  if (/^\d{1,12}$/.test(figures)) return vnd(Number(figures));
  const said = parsePrice(text);
  return isRefusal(said) ? undefined : said;
}
