import { useState } from 'preact/hooks';
import { useDeed } from '../../api/use-deed.js';
import { useRead } from '../../offline/use-read.js';
import { BindingSheet } from '../../ui/binding-sheet.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { NotDone } from '../../ui/not-done.js';
import { ErrorState, Skeleton } from '../../ui/states.js';
import { fmt } from '../../words/words.js';
import { ChangeSlip } from './change-slip.js';
import {
  ConfirmChange,
  Consequences,
  WithdrawChange,
  type ChangeFacts,
} from './change-documents.js';
import { say } from './change-words.js';

interface OpenChangeProps {
  change: ChangeFacts;
  side: ChangeFacts['proposedBy'];
  /** What a deal is called to the reader. */
  nameOf: (dealId: string) => string;
  onAnswered: () => void;
}

/** A change that waits: to answer for the side that was asked, to take back for the side that asked. */
export function OpenChange({ change, side, nameOf, onAnswered }: OpenChangeProps) {
  const words = say();
  const changeId = change.id;
  const { data, fault, isLoading, refresh } = useRead(Consequences, { changeId });
  const deed = useDeed();
  const [isAgreeing, setAgreeing] = useState(false);
  const seen = data?.orderChangeConsequences;
  const preview = seen?.__typename === 'OrderChangePreview' ? seen : undefined;
  const isOwn = change.proposedBy === side;
  const isAgreed = change.parts.every(({ acceptedAt }) => acceptedAt !== null);
  const answer = async (accept: boolean): Promise<string | undefined> => {
    const done = await deed.run(ConfirmChange, { changeId, accept, seen: preview?.seen ?? null });
    if (!done) refresh();
    else if (!accept) onAnswered();
    return done && change.parts.map(({ dealId }) => nameOf(dealId)).join(', ');
  };
  const withdraw = async (): Promise<void> => {
    if (await deed.run(WithdrawChange, { changeId })) onAnswered();
  };
  return (
    <div class="stack">
      <p class="lead">
        <b>{isOwn ? words.waiting : words.theyAsk[change.proposedBy]}</b>
      </p>
      <p>{words.answerBy(fmt().moment(new Date(change.expiresAt), new Date()))}</p>
      {change.note && <p>{words.said(change.note)}</p>}
      {!data && isLoading && <Skeleton rows={3} />}
      {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
      {seen?.__typename === 'Refused' && <NotDone why={{ ...seen, field: null }} />}
      {preview && <ChangeSlip preview={preview} />}
      {isOwn && change.parts.length > 1 && (
        <Card title={words.answers}>
          <ul class="list">
            {change.parts.map(({ dealId, acceptedAt }) => (
              <li key={dealId} class="row apart">
                <b>{nameOf(dealId)}</b>
                <span class="earth">{acceptedAt ? words.agreed : words.notYet}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <NotDone why={deed.notDone} />
      {!isOwn && isAgreed && <p>{words.youAgreed}</p>}
      {!isOwn && !isAgreed && (
        <>
          <Button
            look="main"
            isWide
            isDisabled={!preview || deed.isBusy}
            onPress={() => setAgreeing(true)}
          >
            {words.yes}
          </Button>
          <Button isWide isDisabled={deed.isBusy} onPress={() => void answer(false)}>
            {words.no}
          </Button>
        </>
      )}
      <BindingSheet
        title={words.yes}
        isOpen={isAgreeing}
        send={() => answer(true)}
        done={words.agreed}
        onClose={() => {
          setAgreeing(false);
          onAnswered();
        }}
      />
      {isOwn && (
        <Button look="stop" isWide isDisabled={deed.isBusy} onPress={() => void withdraw()}>
          {words.withdraw}
        </Button>
      )}
    </div>
  );
}
