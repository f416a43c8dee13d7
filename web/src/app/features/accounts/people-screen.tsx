import { useState } from 'preact/hooks';
import type { Id } from '../../../../../src/kernel/id.js';
import { isOnline } from '../../api/line.js';
import type { ResultOf } from '../../api/graphql.js';
import { useDeed, type NotDone as Said } from '../../api/use-deed.js';
import { useRead } from '../../offline/use-read.js';
import { Screen } from '../../shell/screen.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Chip, KeptNote } from '../../ui/chips.js';
import { TextField } from '../../ui/field.js';
import { NotDone } from '../../ui/not-done.js';
import { saidAt } from '../../ui/said-at.js';
import { Sheet } from '../../ui/sheet.js';
import { ErrorState, Skeleton } from '../../ui/states.js';
import { toast } from '../../ui/toast.js';
import { phoneText } from '../../words/format.js';
import { fmt } from '../../words/words.js';
import { StopChange } from './changes-documents.js';
import { AddPerson, PeopleNow, RemovePerson } from './people-documents.js';
import { say } from './people-words.js';
import { ProofForm } from './proof-form.js';

type Person = ResultOf<typeof PeopleNow>['partyPeople'][number];
type Held = ResultOf<typeof PeopleNow>['myHeldChanges'][number];

const at = (instant: unknown): string => fmt().moment(new Date(String(instant)), new Date());

/** The telephones that speak for the household or business acted for, and what of that waits its day. */
export default function PeopleScreen() {
  const words = say();
  const { data, at: readAt, isKept, isLoading, fault, refresh } = useRead(PeopleNow, {});
  const [leaving, setLeaving] = useState<Person | null>(null);
  const people = data?.partyPeople ?? [];
  const own = people.find(({ isSelf }) => isSelf);
  return (
    <Screen title={words.title} code="M9" back="/app/du-lieu">
      <div class="stack loose">
        {isKept && readAt && <KeptNote at={readAt} />}
        <p>{words.intro}</p>
        {!isOnline.value && <p class="stale">{words.needLine}</p>}
        {!data && isLoading && <Skeleton rows={2} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data?.myHeldChanges.map((held) => (
          <Waiting key={held.id} held={held} onStopped={refresh} />
        ))}
        {people.map((person) => (
          <Card
            key={person.personId}
            title={phoneText(person.phone)}
            aside={
              person.isSelf && (
                <Chip tone="green" icon="check">
                  {words.self}
                </Chip>
              )
            }
          >
            <p>{person.name || words.noName}</p>
            <p class="earth">
              {person.lastSeenAt === null ? words.never : words.seen(at(person.lastSeenAt))}
            </p>
            {people.length > 1 && (
              <Button isWide onPress={() => setLeaving(person)}>
                {words.remove}
              </Button>
            )}
          </Card>
        ))}
        {people.length === 1 && <p class="earth">{words.alone}</p>}
        {data && <AddNumber onAsked={refresh} />}
      </div>
      <Sheet
        title={words.removeTitle(leaving ? phoneText(leaving.phone) : '')}
        isOpen={leaving !== null}
        onClose={() => setLeaving(null)}
      >
        {leaving && own && (
          <RemoveNumber
            person={leaving}
            ownPhone={own.phone}
            onAsked={() => {
              setLeaving(null);
              refresh();
            }}
          />
        )}
      </Sheet>
    </Screen>
  );
}

function Waiting({ held, onStopped }: { held: Held; onStopped: () => void }) {
  const words = say();
  const deed = useDeed();
  // Numbers and accounts that wait are of another screen.
  if (held.kind !== 'PERSON_ADDED' && held.kind !== 'PERSON_REMOVED') return null;
  const stop = async (): Promise<void> => {
    if (await deed.run(StopChange, { changeId: held.id as Id })) onStopped();
  };
  return (
    <Card title={words.kinds[held.kind]} isPanel>
      <p class="said num">{held.masked}</p>
      <p>{words.from(at(held.effectiveAt))}</p>
      <NotDone why={deed.notDone} />
      <Button look="stop" isWide isDisabled={deed.isBusy} onPress={() => void stop()}>
        {words.stop}
      </Button>
    </Card>
  );
}

function AddNumber({ onAsked }: { onAsked: () => void }) {
  const words = say();
  const deed = useDeed();
  const [phone, setPhone] = useState('');
  const [notSent, setNotSent] = useState<Said | null>(null);
  const add = async (code: string): Promise<void> => {
    if (!(await deed.run(AddPerson, { phone, code }))) return;
    toast(words.asked);
    setPhone('');
    onAsked();
  };
  return (
    <form class="stack" onSubmit={(event) => event.preventDefault()}>
      <h2>{words.add}</h2>
      <TextField
        id="person-phone"
        label={words.phone}
        hint={words.phoneHint}
        error={saidAt(notSent, 'phone') ?? saidAt(deed.notDone, 'phone')}
        inputMode="tel"
        autocomplete="off"
        maxLength={20}
        value={phone}
        onChange={setPhone}
      />
      <ProofForm
        id="person-code"
        phone={phone}
        deed={words.addNow}
        isBusy={deed.isBusy}
        notDone={deed.notDone}
        onCode={(code) => void add(code)}
        onNotSent={setNotSent}
      />
    </form>
  );
}

interface RemoveNumberProps {
  person: Person;
  ownPhone: string;
  onAsked: () => void;
}

function RemoveNumber({ person, ownPhone, onAsked }: RemoveNumberProps) {
  const words = say();
  const deed = useDeed();
  const remove = async (code: string): Promise<void> => {
    if (!(await deed.run(RemovePerson, { personId: person.personId as Id, code }))) return;
    toast(words.asked);
    onAsked();
  };
  return (
    <form class="stack" onSubmit={(event) => event.preventDefault()}>
      <p>{words.removeNote}</p>
      <ProofForm
        id="remove-code"
        phone={ownPhone}
        deed={words.removeNow}
        isBusy={deed.isBusy}
        notDone={deed.notDone}
        onCode={(code) => void remove(code)}
      />
    </form>
  );
}
