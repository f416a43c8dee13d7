import { useState } from 'preact/hooks';
import { ask } from '../../api/ask.js';
import { useDeed } from '../../api/use-deed.js';
import { useLater } from '../../offline/use-later.js';
import { useRead } from '../../offline/use-read.js';
import { Screen } from '../../shell/screen.js';
import { BindingSheet } from '../../ui/binding-sheet.js';
import { KeptNote } from '../../ui/chips.js';
import { Icon } from '../../ui/icon.js';
import { More } from '../../ui/more.js';
import { NotDone } from '../../ui/not-done.js';
import { ReasonSheet } from '../../ui/reason-sheet.js';
import { Slip } from '../../ui/slip.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { toast } from '../../ui/toast.js';
import { fmt } from '../../words/words.js';
import { ConfirmReceived, ContestPayment, MyPayables } from './grower-documents.js';
import { GrowerPayable, type Payable } from './grower-payable.js';
import { sumsOf } from './grower-sums.js';
import { say } from './grower-words.js';

/** What is owed for confirmed weighings, and the household's word on what was paid. */
export default function GrowerMoney() {
  const words = say();
  const { data, at, isKept, isLoading, fault, refresh } = useRead(MyPayables, {});
  const [asked, setAsked] = useState<{ payable: Payable; about: 'yes' | 'no' } | null>(null);
  const receiving = useDeed();
  const contesting = useDeed();
  const list = useLater(
    data?.myPayables,
    async (after) => (await ask(MyPayables, { after })).myPayables,
  );
  const payables = list.nodes;
  const declared = payables.filter(({ state }) => state === 'DECLARED_PAID');
  const open = payables.filter(({ state }) => state === 'DUE' || state === 'CONTESTED');
  const received = payables.filter(({ state }) => state === 'CONFIRMED');
  const sums = sumsOf(payables);
  const payableId = asked?.payable.id ?? '';

  const confirm = async (): Promise<string | undefined> => {
    const done = await receiving.run(ConfirmReceived, { payableId }, payableId);
    refresh();
    return done && asked?.payable.ticket.number;
  };
  const contest = async (reason: string): Promise<boolean> => {
    const done = await contesting.run(ContestPayment, { payableId, reason }, payableId);
    if (!done) return false;
    setAsked(null);
    toast(words.noDone);
    refresh();
    return true;
  };
  const cardOf = (payable: Payable) => (
    <GrowerPayable
      key={payable.id}
      payable={payable}
      onReceived={() => setAsked({ payable, about: 'yes' })}
      onMissing={() => setAsked({ payable, about: 'no' })}
    />
  );

  return (
    <Screen title={words.title} code="D1" back="/app">
      <div class="stack">
        {isKept && at && <KeptNote at={at} />}
        {!data && isLoading && <Skeleton rows={3} height={9} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        <NotDone why={receiving.notDone} />
        {data && payables.length === 0 && (
          <EmptyState
            picture={<Icon name="money" size={56} />}
            title={words.none}
            note={words.noneNote}
          />
        )}
        {payables.length > 0 && (
          <Slip
            title={words.sums}
            lines={[
              { label: words.received, value: fmt().vnd(sums.receivedVnd) },
              { label: words.declared, value: fmt().vnd(sums.declaredVnd) },
              { label: words.owed, value: fmt().vnd(sums.owedVnd), kind: 'sum' },
            ]}
          >
            {list.more && <p class="earth">{words.newestOnly(fmt().number(payables.length))}</p>}
          </Slip>
        )}
        {declared.length > 0 && <h2>{words.toAnswer}</h2>}
        {declared.map(cardOf)}
        {open.length > 0 && <h2>{words.open}</h2>}
        {open.map(cardOf)}
        {received.length > 0 && (
          <details class="card fold">
            <summary>
              <b>{words.past(fmt().number(received.length))}</b>
            </summary>
            <div class="stack">{received.map(cardOf)}</div>
          </details>
        )}
        <More of={list} />
      </div>
      <BindingSheet
        title={words.yesAsk(fmt().vnd(asked?.payable.amountVnd ?? 0))}
        yes={words.yesSure}
        no={words.look}
        isOpen={asked?.about === 'yes'}
        send={confirm}
        done={words.done}
        onClose={() => setAsked(null)}
      >
        <p>{words.yesNote(asked?.payable.payer.name ?? '')}</p>
      </BindingSheet>
      <ReasonSheet
        key={payableId}
        draftKey={`contest:${payableId}`}
        title={words.noAsk}
        reasons={Object.values(words.reasons)}
        send={words.noSend}
        isOpen={asked?.about === 'no'}
        isBusy={contesting.isBusy}
        notDone={contesting.notDoneFor(payableId)}
        onClose={() => setAsked(null)}
        onSend={contest}
      />
    </Screen>
  );
}
