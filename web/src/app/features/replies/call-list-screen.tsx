import { useState } from 'preact/hooks';
import { kilograms, type Grams } from '../../../../../src/kernel/units.js';
import type { ResultOf } from '../../api/graphql.js';
import { useDeed } from '../../api/use-deed.js';
import { useRead } from '../../offline/use-read.js';
import { Screen } from '../../shell/screen.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Chip, KeptNote } from '../../ui/chips.js';
import { Icon } from '../../ui/icon.js';
import { NotDone } from '../../ui/not-done.js';
import { Sheet } from '../../ui/sheet.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { toast } from '../../ui/toast.js';
import { phoneText } from '../../words/format.js';
import { fmt, locale } from '../../words/words.js';
import { PartSheet } from '../orders/part-sheet.js';
import { CallList, RecordCall } from './documents.js';
import { say } from './words.js';

type ToCall = ResultOf<typeof CallList>['callList'][number];
// What lots and orders take at least is judged when it is sent.
const LEAST_PART = kilograms(1);

type Outcome = 'ACCEPTED' | 'DECLINED' | 'NO_ANSWER' | 'WRONG_NUMBER';

/** Members who have not answered: whom to call, what to say, what they said. */
export default function CallListScreen() {
  const words = say();
  const { data, at, isKept, isLoading, fault, refresh } = useRead(CallList, {});
  const [called, setCalled] = useState<ToCall | null>(null);
  const deed = useDeed();
  const [isPart, setPart] = useState(false);
  const calls = data?.callList ?? [];

  const record = async (outcome: Outcome, grams: Grams | null = null): Promise<void> => {
    if (!called) return;
    const { orderId, householdId, householdName } = called;
    setPart(false);
    const answer = await deed.run(
      RecordCall,
      { orderId, householdId, outcome, grams },
      keyOf(called),
    );
    if (!answer) return;
    setCalled(null);
    toast(words.recorded(householdName));
    refresh();
  };

  return (
    <Screen title={words.title} code="H7" back="/app">
      <div class="stack">
        {isKept && at && <KeptNote at={at} />}
        {!data && isLoading && <Skeleton rows={4} height={5} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && calls.length === 0 && (
          <EmptyState
            picture={<Icon name="phone" size={56} />}
            title={words.none}
            note={words.noneNote}
          />
        )}
        <LinkButton isWide icon="phone" href="/app/nho-goi">
          {words.helpCalls}
        </LinkButton>
        {calls.length > 0 && <p class="earth">{words.count(calls.length)}</p>}
        {calls.map((call) => (
          <CallCard key={keyOf(call)} call={call} onCalled={() => setCalled(call)} />
        ))}
      </div>
      <Sheet
        title={words.said(called?.householdName ?? '')}
        isOpen={called !== null && !isPart}
        onClose={() => !isPart && setCalled(null)}
      >
        {called && <p>{asked(called)}</p>}
        <NotDone why={called && deed.notDoneFor(keyOf(called))} />
        <Button look="main" icon="check" isWide onPress={() => void record('ACCEPTED')}>
          {words.outcomes.ACCEPTED}
        </Button>
        <Button icon="edit" isWide onPress={() => setPart(true)}>
          {words.part}
        </Button>
        <Button icon="cross" isWide onPress={() => void record('DECLINED')}>
          {words.outcomes.DECLINED}
        </Button>
        <Button icon="phone" isWide onPress={() => void record('NO_ANSWER')}>
          {words.outcomes.NO_ANSWER}
        </Button>
        <Button icon="warning" isWide onPress={() => void record('WRONG_NUMBER')}>
          {words.outcomes.WRONG_NUMBER}
        </Button>
      </Sheet>
      <PartSheet
        key={called && keyOf(called)}
        askedGrams={called?.grams ?? 0}
        leastGrams={LEAST_PART}
        isOpen={called !== null && isPart}
        onYes={(part) => void record('ACCEPTED', part)}
        onClose={() => setPart(false)}
      />
    </Screen>
  );
}

const keyOf = ({ orderId, householdId }: ToCall): string => orderId + householdId;

const asked = ({ grams, crop, vndPerKg, readyFrom }: ToCall): string =>
  say().asked(
    fmt().kg(grams),
    (locale.value === 'vi' ? crop.nameVi : crop.nameEn).toLowerCase(),
    fmt().vnd(vndPerKg),
    fmt().moment(new Date(readyFrom), new Date()),
  );

function CallCard({ call, onCalled }: { call: ToCall; onCalled: () => void }) {
  const words = say();
  const { householdName, orderNumber, expiresAt, phones, isTold, lastOutcome, calls } = call;
  return (
    <Card
      title={householdName}
      aside={
        <Chip tone="amber" icon="clock">
          {words.before(fmt().moment(new Date(expiresAt), new Date()))}
        </Chip>
      }
    >
      <p>{asked(call)}</p>
      <p class="earth">
        {orderNumber} · {isTold ? words.told : words.notTold}
        {lastOutcome && ` · ${words.lastCall(calls, words.outcomes[lastOutcome])}`}
      </p>
      {phones.length === 0 && <p class="earth">{words.noPhone}</p>}
      {phones.map((phone) => (
        <LinkButton key={phone} look="main" icon="phone" isWide href={`tel:${phone}`}>
          {words.call(phoneText(phone))}
        </LinkButton>
      ))}
      <Button icon="edit" isWide onPress={onCalled}>
        {words.writeDown}
      </Button>
    </Card>
  );
}
