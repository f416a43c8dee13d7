import { useState } from 'preact/hooks';
import { isOnline } from '../../api/line.js';
import { useDeed } from '../../api/use-deed.js';
import { useRead } from '../../offline/use-read.js';
import { Button } from '../../ui/button.js';
import { Choices, TextField } from '../../ui/field.js';
import { NotDone } from '../../ui/not-done.js';
import { saidAt, saidElsewhere } from '../../ui/said-at.js';
import { Sheet } from '../../ui/sheet.js';
import { ErrorState, Skeleton } from '../../ui/states.js';
import { fmt } from '../../words/words.js';
import { WithdrawalOutlook, WithdrawLot as Withdraw, type Lot } from './documents.js';
import { say } from './words.js';

type Cause = keyof ReturnType<typeof say>['withdrawReasons'] | 'OTHER';

/** Takes a lot off the market for good: who counts on it is shown before, and hears why after. */
export function WithdrawLot({ lot, onDone }: { lot: Lot; onDone: () => void }) {
  const words = say();
  const deed = useDeed();
  const [isAsked, setAsked] = useState(false);
  const [cause, setCause] = useState<Cause | null>(null);
  const [typed, setTyped] = useState('');
  const reason = cause === null || cause === 'OTHER' ? typed.trim() : words.withdrawReasons[cause];
  const withdraw = async (): Promise<void> => {
    const done = await deed.run(Withdraw, { lotId: lot.id as never, cause, reason });
    if (!done) return;
    setAsked(false);
    onDone();
  };
  const reasons: Readonly<Record<Cause, string>> = { ...words.withdrawReasons, OTHER: words.other };
  return (
    <>
      <Button look="stop" isWide isDisabled={!isOnline.value} onPress={() => setAsked(true)}>
        {words.withdraw}
      </Button>
      <Sheet title={words.withdrawAsk} isOpen={isAsked} onClose={() => setAsked(false)}>
        <p>{words.withdrawNote}</p>
        <Outlook lotId={lot.id} />
        <Choices
          name="why"
          legend={words.withdrawWhy}
          choices={(Object.keys(reasons) as Cause[]).map((value) => ({
            value,
            label: reasons[value],
          }))}
          value={cause}
          onChange={setCause}
        />
        {cause === 'OTHER' && (
          <TextField
            id="why-typed"
            label={words.writeReason}
            autocomplete="off"
            maxLength={200}
            error={saidAt(deed.notDone, 'reason')}
            value={typed}
            onChange={setTyped}
          />
        )}
        <NotDone why={cause === 'OTHER' ? saidElsewhere(deed.notDone, 'reason') : deed.notDone} />
        <Button look="main" isWide onPress={() => setAsked(false)}>
          {words.withdrawNo}
        </Button>
        <Button
          look="stop"
          isWide
          isDisabled={cause === null || reason === '' || deed.isBusy}
          onPress={() => void withdraw()}
        >
          {words.withdrawYes}
        </Button>
      </Sheet>
    </>
  );
}

/** Who counts on the lot, and what becomes of each part. */
function Outlook({ lotId }: { lotId: string }) {
  const words = say();
  const { data, fault, refresh } = useRead(WithdrawalOutlook, { lotId });
  const seen = data?.withdrawalConsequences;
  if (!seen) return fault ? <ErrorState fault={fault} onRetry={refresh} /> : <Skeleton rows={1} />;
  return (
    <div class="stack tight">
      {seen.freeGrams > 0 && <p>{words.withdrawFree(fmt().kg(seen.freeGrams))}</p>}
      <ul class="list">
        {seen.promises.map(({ id, orderNumber, grams, fate }) => (
          <li key={id}>
            <b class="num">{fmt().kg(grams)}</b> · {orderNumber}: {words.withdrawFates[fate]}
          </li>
        ))}
      </ul>
      {seen.brokenCount > 0 && <p class="soon">{words.withdrawBroken(seen.brokenCount)}</p>}
    </div>
  );
}
