import { useState } from 'preact/hooks';
import type { Id } from '../../../../../src/kernel/id.js';
import { isRefusal } from '../../../../../src/kernel/refusal.js';
import {
  CONTAINERS,
  parseCounted,
  type Container,
  type ContainerWeights,
} from '../../../../../src/kernel/spoken/containers.js';
import { grams, type Grams } from '../../../../../src/kernel/units.js';
import { isOnline } from '../../api/line.js';
import { useDeed } from '../../api/use-deed.js';
import { useRead } from '../../offline/use-read.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import { weightHeard } from '../../ui/heard.js';
import { NotDone } from '../../ui/not-done.js';
import { saidAt, saidElsewhere } from '../../ui/said-at.js';
import { WeightField } from '../../ui/spoken-field.js';
import { toast } from '../../ui/toast.js';
import { fmt } from '../../words/words.js';
import { ContainerWeightsRead, SetContainerWeight } from './container-documents.js';
import { say } from './container-words.js';

interface InContainersProps {
  householdId: Id | null;
  /** The count was turned into this weight, and said back before. */
  onWeight: (weight: Grams) => void;
}

/** PL-02: for who counts in sọt and thùng: what one of the household's holds, and a count said back in kilograms. */
export default function InContainers({ householdId, onWeight }: InContainersProps) {
  const words = say();
  const id = `dem-${householdId ?? 'nha'}`;
  const { data, refresh } = useRead(ContainerWeightsRead, { householdId });
  const [text, setText] = useState('');
  const [asked, setAsked] = useState<Container | null>(null);
  const known: ContainerWeights = Object.fromEntries(
    (data?.containerWeights?.weights ?? []).map((one) => [one.container, grams(one.grams)]),
  );
  const said = text.trim() === '' ? null : parseCounted(text, known);
  const doubt = isRefusal(said) ? said : null;
  const unknown = doubt?.facts['container'] as Container | undefined;
  return (
    <div class="stack tight">
      <div class="units">
        {CONTAINERS.map((container) => {
          const name = words.names[container];
          const one = known[container];
          return (
            <button
              type="button"
              class="btn"
              key={container}
              onClick={() =>
                one === undefined
                  ? setAsked(container)
                  : setText(
                      `${/^[\d,.]+/.exec(text)?.[0] ?? ''} ${container === 'SOT' ? 'sọt' : 'thùng'}`.trim(),
                    )
              }
            >
              {one === undefined ? words.ask(name) : words.chip(name, fmt().kg(one))}
            </button>
          );
        })}
      </div>
      {asked && (
        <OneHolds
          key={asked}
          container={asked}
          householdId={householdId}
          onDone={() => {
            setAsked(null);
            refresh();
          }}
        />
      )}
      <TextField
        id={id}
        label={words.typed}
        hint={words.hint}
        autocomplete="off"
        maxLength={40}
        isNeeded={false}
        error={doubt ? (unknown ? words.unknown(words.names[unknown]) : words.unread) : undefined}
        value={text}
        onChange={setText}
      />
      {said !== null && !isRefusal(said) && (
        <>
          <output class="earth" for={id}>
            {said.echo}
          </output>
          <Button
            isWide
            icon="check"
            onPress={() => {
              onWeight(said.grams);
              setText('');
            }}
          >
            {words.use(fmt().kg(said.grams))}
          </Button>
        </>
      )}
    </div>
  );
}

interface OneHoldsProps {
  container: Container;
  householdId: Id | null;
  onDone: () => void;
}

function OneHolds({ container, householdId, onDone }: OneHoldsProps) {
  const words = say();
  const deed = useDeed();
  const [text, setText] = useState('');
  const weight = weightHeard(text);
  const name = words.names[container];
  const save = async (): Promise<void> => {
    if (weight === null) return;
    if (!(await deed.run(SetContainerWeight, { householdId, container, grams: weight }))) return;
    toast(words.saved(name, fmt().kg(weight)));
    onDone();
  };
  return (
    <form class="stack tight" onSubmit={(event) => event.preventDefault()}>
      <WeightField
        id="mot-cai"
        label={words.one(name)}
        error={saidAt(deed.notDone, 'grams')}
        value={text}
        onChange={setText}
      />
      <NotDone why={saidElsewhere(deed.notDone, 'grams')} />
      {!isOnline.value && <p class="stale">{words.needLine}</p>}
      <Button
        isWide
        isDisabled={weight === null || deed.isBusy || !isOnline.value}
        onPress={() => void save()}
      >
        {words.save}
      </Button>
      <Button look="quiet" isWide onPress={onDone}>
        {words.cancel}
      </Button>
    </form>
  );
}
