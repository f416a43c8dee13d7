import { useState } from 'preact/hooks';
import { useDeed } from '../../api/use-deed.js';
import { useRead } from '../../offline/use-read.js';
import { Screen } from '../../shell/screen.js';
import { Button } from '../../ui/button.js';
import { Choices, TextField } from '../../ui/field.js';
import { NotDone } from '../../ui/not-done.js';
import { ErrorState, Skeleton } from '../../ui/states.js';
import { Cooperatives, GiveGrant, type Grant } from './grant-documents.js';
import { say } from './grant-words.js';

const NEIGHBOUR = 'neighbour';
const POWERS: readonly Grant['power'][] = ['SELL_FOR', 'SEE_LOTS', 'RECEIVE_PAYMENT'];
/** What a commune is trusted with. */
const SELLING: readonly Grant['power'][] = ['SELL_FOR'];
/** As many as fit a screen; the server names the nearest first. */
const SHOWN = 4;

/** Whom, and what for: two questions and a yes. */
export function GiveGrantForm({ onBack, onGiven }: { onBack: () => void; onGiven: () => void }) {
  const words = say();
  const deed = useDeed();
  const { data, isLoading, fault, refresh } = useRead(Cooperatives, {});
  const [whom, setWhom] = useState<string | null>(null);
  const [phone, setPhone] = useState('');
  const [power, setPower] = useState<Grant['power'] | null>(null);
  const give = async (): Promise<void> => {
    if (!whom || !power) return;
    const named = whom === NEIGHBOUR ? { granteePhone: phone } : { granteeId: whom };
    if (await deed.run(GiveGrant, { ...named, power })) onGiven();
  };
  const isOffice = data?.communeOffices.some(({ id }) => id === whom) ?? false;
  const atPhone = deed.notDone?.field === 'granteePhone' ? deed.notDone : null;
  return (
    <Screen title={words.more} code="A9" back="/app/giup">
      <form class="stack loose" onSubmit={(event) => event.preventDefault()}>
        {!data && isLoading && <Skeleton rows={3} height={4} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && (
          <Choices
            name="whom"
            legend={words.whom}
            choices={[
              ...data.cooperatives
                .slice(0, SHOWN)
                .map(({ id, name }) => ({ value: id, label: name })),
              ...data.communeOffices.map(({ id, name }) => ({
                value: id,
                label: name,
                note: words.communeNote,
              })),
              { value: NEIGHBOUR, label: words.neighbour, note: words.neighbourNote },
            ]}
            value={whom}
            onChange={(chosen) => {
              setWhom(chosen);
              setPower(null);
            }}
          />
        )}
        {whom === NEIGHBOUR && (
          <TextField
            id="granteePhone"
            label={words.phone}
            error={atPhone ? `${atPhone.message} ${atPhone.nextStep}` : undefined}
            inputMode="tel"
            autocomplete="off"
            maxLength={20}
            value={phone}
            onChange={setPhone}
          />
        )}
        {whom && (
          <Choices
            name="power"
            legend={words.what}
            choices={(isOffice ? SELLING : POWERS).map((value) => ({
              value,
              label: words.powers[value],
              note: words.powerNotes[value],
            }))}
            value={power}
            onChange={setPower}
          />
        )}
        <NotDone why={atPhone ? null : deed.notDone} />
        {whom && power && (
          <Button
            look="main"
            isWide
            type="submit"
            isDisabled={deed.isBusy || (whom === NEIGHBOUR && phone.trim() === '')}
            onPress={() => void give()}
          >
            {words.give}
          </Button>
        )}
        <Button look="quiet" isWide onPress={onBack}>
          {words.back}
        </Button>
      </form>
    </Screen>
  );
}
