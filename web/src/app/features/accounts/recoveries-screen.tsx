import { useState } from 'preact/hooks';
import type { Id } from '../../../../../src/kernel/id.js';
import type { ResultOf } from '../../api/graphql.js';
import { useDeed } from '../../api/use-deed.js';
import { useRead } from '../../offline/use-read.js';
import { Screen } from '../../shell/screen.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { NotDone } from '../../ui/not-done.js';
import { ConfirmSheet, Receipt } from '../../ui/sheet.js';
import { ErrorState, Skeleton } from '../../ui/states.js';
import { fmt } from '../../words/words.js';
import { AgreeToRecovery, AskRecovery, Recoveries } from './staff-documents.js';
import { isWhole, NOBODY, PhoneReasonField } from './phone-reason-field.js';
import { say } from './staff-words.js';

type Recovery = ResultOf<typeof Recoveries>['staffRecoveries'][number];

const at = (instant: unknown): string => fmt().moment(new Date(String(instant)), new Date());

/** Two colleagues let a third set up anew: one asks here, another agrees here and reads the code out. */
export default function RecoveriesScreen() {
  const words = say();
  const waiting = useRead(Recoveries, {});
  return (
    <Screen title={words.recoveries} code="K8" back="/app/cai-dat">
      <div class="stack loose">
        <p>{words.recoveriesNote}</p>
        <section class="stack tight">
          <h2>{words.waiting}</h2>
          {!waiting.data && waiting.isLoading && <Skeleton rows={1} />}
          {!waiting.data && waiting.fault && (
            <ErrorState fault={waiting.fault} onRetry={waiting.refresh} />
          )}
          {waiting.data?.staffRecoveries.length === 0 && <p class="earth">{words.nothingWaits}</p>}
          {waiting.data?.staffRecoveries.map((one) => (
            <Waiting key={one.id} recovery={one} />
          ))}
        </section>
        <AskForm onSent={waiting.refresh} />
      </div>
    </Screen>
  );
}

function Waiting({ recovery }: { recovery: Recovery }) {
  const words = say();
  const deed = useDeed();
  const [isAsked, setAsked] = useState(false);
  const [given, setGiven] = useState<{ code: string; expiresAt: unknown } | null>(null);
  const agree = async (): Promise<void> => {
    setAsked(false);
    const answer = await deed.run(AgreeToRecovery, { recoveryId: recovery.id as Id });
    if (answer) setGiven(answer);
  };
  return (
    <Card title={recovery.name}>
      <p>{recovery.reason}</p>
      <p class="earth">{words.askedBy(recovery.requestedBy, at(recovery.requestedAt))}</p>
      <NotDone why={deed.notDone} />
      {given ? (
        <Receipt icon="lock" title={words.readOut} code={given.code}>
          <p>{words.readOutNote(at(given.expiresAt))}</p>
        </Receipt>
      ) : recovery.isForYou ? (
        <Button isWide isDisabled={deed.isBusy} onPress={() => setAsked(true)}>
          {words.agree}
        </Button>
      ) : (
        <p>{words.notYours}</p>
      )}
      <ConfirmSheet
        title={words.agreeAsk(recovery.name)}
        note={words.agreeNote}
        yes={words.agreeYes}
        no={words.stay}
        isOpen={isAsked}
        onNo={() => setAsked(false)}
        onYes={() => void agree()}
      />
    </Card>
  );
}

function AskForm({ onSent }: { onSent: () => void }) {
  const words = say();
  const deed = useDeed();
  const [whom, setWhom] = useState(NOBODY);
  const [isSent, setSent] = useState(false);
  const send = async (): Promise<void> => {
    const asked = await deed.run(AskRecovery, whom);
    if (!asked) return;
    setWhom(NOBODY);
    setSent(true);
    onSent();
  };
  return (
    <form class="stack" onSubmit={(event) => event.preventDefault()}>
      <h2>{words.newRequest}</h2>
      <PhoneReasonField
        id="recovery"
        labels={{ phone: words.colleague, reason: words.reason }}
        longestReason={200}
        value={whom}
        onChange={setWhom}
        notDone={deed.notDone}
      />
      {isSent && <p role="status">{words.sent}</p>}
      <Button
        look="main"
        isWide
        type="submit"
        isDisabled={deed.isBusy || !isWhole(whom)}
        onPress={() => void send()}
      >
        {words.send}
      </Button>
    </form>
  );
}
