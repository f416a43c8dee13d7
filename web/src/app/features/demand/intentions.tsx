import { useState } from 'preact/hooks';
import { dayOf, type Day } from '../../../../../src/kernel/day.js';
import type { Id } from '../../../../../src/kernel/id.js';
import { isOnline } from '../../api/line.js';
import { useDeed } from '../../api/use-deed.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Chip } from '../../ui/chips.js';
import { weightHeard, weightTyped } from '../../ui/heard.js';
import { NotDone } from '../../ui/not-done.js';
import { PickField } from '../../ui/pick-field.js';
import { saidAt, saidElsewhere } from '../../ui/said-at.js';
import { WeightField } from '../../ui/spoken-field.js';
import { toast } from '../../ui/toast.js';
import { titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import {
  ConfirmIntention,
  DropIntention,
  IntendForecast,
  type Intention,
  type Matched,
} from './intention-documents.js';
import { say } from './intention-words.js';

const TONES = {
  NOTED: 'plain',
  ASKED: 'amber',
  CONFIRMED: 'green',
  DROPPED: 'plain',
  LAPSED: 'plain',
} as const;
const ICONS = {
  NOTED: 'edit',
  ASKED: 'help',
  CONFIRMED: 'check',
  DROPPED: 'cross',
  LAPSED: 'clock',
} as const;

interface IntentionsProps {
  orderId: Id;
  need: Matched;
  onDone: () => void;
}

/** PL-09: what households foretell for the days of a need, and what of it the buyer means to take. It binds nobody. */
export function Intentions({ orderId, need, onDone }: IntentionsProps) {
  const words = say();
  const today = dayOf(new Date());
  return (
    <Card title={words.title}>
      <p class="earth">{words.note}</p>
      {need.foretold.length === 0 && need.intentions.length === 0 && <p>{words.noForecast}</p>}
      {need.foretold.map(({ day, grams, households }) => (
        <p class="row apart" key={day}>
          <span>{titled(fmt().nearDay(day, today))}</span>
          <b class="num">{words.said(fmt().load(grams), fmt().number(households))}</b>
        </p>
      ))}
      {need.foretold.length > 0 && <Intend orderId={orderId} need={need} onDone={onDone} />}
      {need.intentions.map((one) => (
        <OneIntention key={one.id} one={one} onDone={onDone} />
      ))}
    </Card>
  );
}

function Intend({ orderId, need, onDone }: IntentionsProps) {
  const words = say();
  const deed = useDeed();
  const today = dayOf(new Date());
  const [picked, setDay] = useState('');
  const chosen = need.foretold.find(({ day }) => day === picked) ?? need.foretold[0];
  const suggested = chosen ? Math.min(chosen.grams, need.missingGrams) : 0;
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? (suggested > 0 ? weightTyped(suggested) : '');
  const weight = weightHeard(text);
  const isReady = chosen !== undefined && weight !== null && weight > 0;
  const send = async (): Promise<void> => {
    if (!isReady) return;
    const input = { orderId, day: chosen.day as Day, grams: weight };
    if (!(await deed.run(IntendForecast, input))) return;
    toast(words.noted);
    setTyped(null);
    onDone();
  };
  return (
    <form class="stack" onSubmit={(event) => event.preventDefault()}>
      {need.foretold.length > 1 && (
        <PickField
          id="intend-day"
          label={words.day}
          value={chosen?.day ?? ''}
          options={need.foretold.map(({ day }) => ({
            value: day,
            label: titled(fmt().nearDay(day, today)),
          }))}
          onChange={setDay}
        />
      )}
      <WeightField
        id="intend-weight"
        label={words.weight}
        error={saidAt(deed.notDone, 'grams')}
        value={text}
        onChange={setTyped}
      />
      <NotDone why={saidElsewhere(deed.notDone, 'grams')} />
      <Button
        isWide
        icon="edit"
        isDisabled={!isReady || deed.isBusy || !isOnline.value}
        onPress={() => void send()}
      >
        {words.intend}
      </Button>
    </form>
  );
}

function OneIntention({ one, onDone }: { one: Intention; onDone: () => void }) {
  const words = say();
  const deed = useDeed();
  const today = dayOf(new Date());
  const decide = async (document: typeof ConfirmIntention | typeof DropIntention) => {
    if (await deed.run(document as typeof ConfirmIntention, { intentionId: one.id as Id }))
      onDone();
  };
  const isOpen = one.state === 'NOTED' || one.state === 'ASKED';
  return (
    <section class="stack tight">
      <p class="row apart wrap">
        <span>
          <b class="num">{fmt().load(one.grams)}</b> · {one.commune.name} ·{' '}
          {fmt().nearDay(one.day, today)}
        </span>
        <Chip tone={TONES[one.state]} icon={ICONS[one.state]}>
          {words.state[one.state]}
        </Chip>
      </p>
      <NotDone why={deed.notDone} />
      {one.state === 'ASKED' && (
        <>
          <p>{words.lotThere}</p>
          <Button
            look="main"
            isWide
            isDisabled={deed.isBusy || !isOnline.value}
            onPress={() => void decide(ConfirmIntention)}
          >
            {words.confirm}
          </Button>
          {one.lotId && (
            <LinkButton isWide href={`/app/lo/${one.lotId}`} icon="eye">
              {words.seeLot}
            </LinkButton>
          )}
        </>
      )}
      {isOpen && (
        <Button
          look="quiet"
          isWide
          isDisabled={deed.isBusy || !isOnline.value}
          onPress={() => void decide(DropIntention)}
        >
          {words.drop}
        </Button>
      )}
    </section>
  );
}
