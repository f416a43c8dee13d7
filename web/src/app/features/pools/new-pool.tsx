import { useState } from 'preact/hooks';
import { sumGrams } from '../../../../../src/kernel/units.js';
import type { Id } from '../../../../../src/kernel/id.js';
import { useDeed } from '../../api/use-deed.js';
import { newId } from '../../offline/new-id.js';
import { useRead } from '../../offline/use-read.js';
import { Screen } from '../../shell/screen.js';
import { Button } from '../../ui/button.js';
import { Switch, TextField } from '../../ui/field.js';
import { Icon } from '../../ui/icon.js';
import { NotDone } from '../../ui/not-done.js';
import { PickField } from '../../ui/pick-field.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { toast } from '../../ui/toast.js';
import { named, titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import { CreatePool, LotsToPool, type LotToPool } from './documents.js';
import { say } from './words.js';

const freeOf = (lot: LotToPool) => sumGrams(lot.grades.map(({ freeGrams }) => freeGrams));

/** One crop, and which lots of the members stand together; all of them to begin with. */
export function NewPool({ onDone }: { onDone: () => void }) {
  const words = say();
  const { data, isLoading, fault, refresh } = useRead(LotsToPool, {});
  const deed = useDeed();
  const [chosenCrop, setCrop] = useState<string>();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [note, setNote] = useState('');
  const lots = data?.lotsToPool.nodes ?? [];
  const crops = [...new Map(lots.map(({ crop }) => [crop.code, crop])).values()];
  const crop = crops.find(({ code }) => code === chosenCrop) ?? crops[0];
  const offered = lots.filter((lot) => lot.crop.code === crop?.code);
  const taken = offered.filter(({ id }) => !left.has(id));
  const send = async (): Promise<void> => {
    if (!crop) return;
    const made = await deed.run(CreatePool, {
      listingId: newId(),
      cropCode: crop.code,
      varietyCode: null,
      note,
      lotIds: taken.map(({ id }) => id as Id),
    });
    if (!made) return;
    toast(words.created);
    onDone();
  };
  const toggle = (id: string, isTaken: boolean): void => {
    const next = new Set(left);
    if (isTaken) next.delete(id);
    else next.add(id);
    setLeft(next);
  };
  const number = fmt().number;
  return (
    <Screen
      title={words.add}
      code="H6"
      action={
        <>
          <Button
            look="main"
            isWide
            isDisabled={taken.length === 0 || deed.isBusy}
            onPress={() => void send()}
          >
            {taken.length === 0
              ? words.pick
              : words.create(number(taken.length), fmt().load(sumGrams(taken.map(freeOf))))}
          </Button>
          <Button look="quiet" isWide onPress={onDone}>
            {words.cancel}
          </Button>
        </>
      }
    >
      <form class="stack" onSubmit={(event) => event.preventDefault()}>
        {!data && isLoading && <Skeleton rows={4} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && lots.length === 0 && (
          <EmptyState
            picture={<Icon name="stall" size={56} />}
            title={words.noLots}
            note={words.noLotsNote}
          />
        )}
        <NotDone why={deed.notDone} />
        {crops.length > 1 && (
          <PickField
            id="cay"
            label={words.crop}
            value={crop?.code ?? ''}
            options={crops.map((one) => ({ value: one.code, label: titled(named(one)) }))}
            onChange={setCrop}
          />
        )}
        {offered.length > 0 && (
          <fieldset class="choices">
            <legend>{words.lots}</legend>
            {offered.map((lot) => (
              <Switch
                key={lot.id}
                label={lot.household?.name ?? lot.commune.name}
                note={`${fmt().kg(freeOf(lot))} · ${lot.grades.map(({ grade }) => named(grade)).join(', ')}`}
                isOn={!left.has(lot.id)}
                onChange={(isTaken) => toggle(lot.id, isTaken)}
              />
            ))}
          </fieldset>
        )}
        {offered.length > 0 && (
          <TextField
            id="ghi"
            label={words.note}
            isOptional
            maxLength={200}
            value={note}
            onChange={setNote}
          />
        )}
      </form>
    </Screen>
  );
}
