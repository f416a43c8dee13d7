import { useState } from 'preact/hooks';
import { BANKS } from '../../../../../src/settlement/domain/banks.js';
import { useDeed } from '../../api/use-deed.js';
import { Button } from '../../ui/button.js';
import { Choices, TextField } from '../../ui/field.js';
import { NotDone } from '../../ui/not-done.js';
import { saidAt, saidElsewhere } from '../../ui/said-at.js';
import { AskPayout } from './changes-documents.js';
import { say } from './changes-words.js';

/** Where the money of the household or business goes from tomorrow on. */
export function NewAccount({ onAsked }: { onAsked: () => void }) {
  const words = say();
  const deed = useDeed();
  const [bankBin, setBankBin] = useState<string | null>(null);
  const [bankAccount, setBankAccount] = useState('');
  const change = async (): Promise<void> => {
    if (await deed.run(AskPayout, { bankBin: bankBin ?? '', bankAccount })) onAsked();
  };
  return (
    <form class="stack" onSubmit={(event) => event.preventDefault()}>
      <h2>{words.payout}</h2>
      <Choices
        name="bank"
        legend={words.bank}
        choices={Object.entries(BANKS).map(([value, label]) => ({ value, label }))}
        value={bankBin}
        onChange={setBankBin}
      />
      <TextField
        id="bank-account"
        label={words.account}
        hint={words.accountHint}
        error={saidAt(deed.notDone, 'bankAccount')}
        inputMode="numeric"
        autocomplete="off"
        maxLength={30}
        value={bankAccount}
        onChange={setBankAccount}
      />
      <NotDone why={saidElsewhere(deed.notDone, 'bankAccount')} />
      <Button
        look="main"
        isWide
        type="submit"
        isDisabled={deed.isBusy || bankBin === null || bankAccount === ''}
        onPress={() => void change()}
      >
        {words.changePayout}
      </Button>
    </form>
  );
}
