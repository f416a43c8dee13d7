import { useState } from 'preact/hooks';
import { dayOf } from '../../../../../src/kernel/day.js';
import type { Id } from '../../../../../src/kernel/id.js';
import { isOnline } from '../../api/line.js';
import { useDeed } from '../../api/use-deed.js';
import { Button } from '../../ui/button.js';
import { weightHeard, weightTyped } from '../../ui/heard.js';
import { NotDone } from '../../ui/not-done.js';
import { PickField } from '../../ui/pick-field.js';
import { WeightField } from '../../ui/spoken-field.js';
import { toast } from '../../ui/toast.js';
import { named, titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import { Counting } from '../planning/counting.js';
import { AnswerDemand, type Need } from './documents.js';
import { say } from './words.js';

interface AnswerFormProps {
  need: Need;
  /** Members a clerk answers for; empty for a household's own phone. */
  members: readonly { id: string; name: string }[];
  onDone: (isSaid: boolean) => void;
}

/** "Tôi có … kg" of one grade for one day: a word to the buyer, which sets nothing aside. */
export function AnswerForm({ need, members, onDone }: AnswerFormProps) {
  const words = say();
  const deed = useDeed();
  const [day, setDay] = useState(need.days[0] ?? '');
  const [gradeCode, setGrade] = useState(need.lines[0]?.grade.code ?? '');
  const [householdId, setHousehold] = useState(members[0]?.id ?? '');
  const [text, setText] = useState('');
  const grams = weightHeard(text);
  const today = dayOf(new Date());
  const send = async (): Promise<void> => {
    if (grams === null) return;
    const done = await deed.run(AnswerDemand, {
      orderId: need.id as Id,
      householdId: householdId === '' ? null : (householdId as Id),
      answers: [{ day: day as never, gradeCode, grams }],
    });
    if (!done) return;
    toast(words.told);
    onDone(true);
  };
  const id = (part: string): string => `${part}-${need.id}`;
  return (
    <form class="stack tight" onSubmit={(event) => event.preventDefault()}>
      {members.length > 0 && (
        <PickField
          id={id('ho')}
          label={words.household}
          value={householdId}
          options={members.map((one) => ({ value: one.id, label: one.name }))}
          onChange={setHousehold}
        />
      )}
      {need.days.length > 1 && (
        <PickField
          id={id('ngay')}
          label={words.day}
          value={day}
          options={need.days.map((one) => ({
            value: one,
            label: titled(fmt().nearDay(one, today)),
          }))}
          onChange={(chosen) => setDay(chosen as typeof day)}
        />
      )}
      {need.lines.length > 1 && (
        <PickField
          id={id('loai')}
          label={words.grade}
          value={gradeCode}
          options={need.lines.map(({ grade }) => ({
            value: grade.code,
            label: titled(named(grade)),
          }))}
          onChange={setGrade}
        />
      )}
      <WeightField id={id('can')} label={words.howMuch} value={text} onChange={setText} />
      <Counting
        householdId={householdId === '' ? null : (householdId as Id)}
        onWeight={(counted) => setText(weightTyped(counted))}
      />
      <p class="earth">{words.notBound}</p>
      {!isOnline.value && <p class="stale">{words.needLine}</p>}
      <NotDone why={deed.notDone} />
      <Button
        look="main"
        isWide
        isDisabled={grams === null || deed.isBusy || !isOnline.value}
        onPress={() => void send()}
      >
        {grams === null ? words.needs : words.say}
      </Button>
      <Button look="quiet" isWide onPress={() => onDone(false)}>
        {words.cancel}
      </Button>
    </form>
  );
}
