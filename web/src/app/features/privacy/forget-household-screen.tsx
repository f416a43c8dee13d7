import { isOnline } from '../../api/line.js';
import { useDeed } from '../../api/use-deed.js';
import { useRead } from '../../offline/use-read.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { NotDone } from '../../ui/not-done.js';
import { toast } from '../../ui/toast.js';
import { fmt } from '../../words/words.js';
import { AtCounter } from '../accounts/at-counter.js';
import { GivenWord } from '../accounts/given-word.js';
import { say } from './forget-household-words.js';
import {
  AskToForget,
  ForgetHousehold,
  HouseholdToForget,
  KeepHousehold,
} from './household-documents.js';

/** A household without the app asks at the counter to be forgotten, and takes that back there. */
export default function ForgetHouseholdScreen({ params }: RouteProps) {
  const words = say();
  const householdId = params['id'] ?? '';
  const read = useRead(HouseholdToForget, { householdId });
  const erasure = read.data?.householdErasure;
  return (
    <AtCounter title={words.title} code="A21" back={`/app/xin-phep/${householdId}`} read={read}>
      {({ name, hamlet, hasPhone }) => (
        <>
          <Card title={name}>
            {hamlet && <p class="earth">{hamlet}</p>}
            <p>{words.what}</p>
            <p>{words.when}</p>
          </Card>
          {erasure ? (
            <Waiting
              householdId={householdId}
              effectiveAt={erasure.effectiveAt}
              onKept={read.refresh}
            />
          ) : (
            <GivenWord
              id="forget-code"
              look="stop"
              hasPhone={hasPhone}
              words={words}
              onAsk={(asking) => asking.run(AskToForget, { householdId })}
              onGiven={async (recording, proof) => {
                if (!(await recording.run(ForgetHousehold, { householdId, ...proof }))) return;
                toast(words.recorded);
                read.refresh();
              }}
            />
          )}
        </>
      )}
    </AtCounter>
  );
}

interface WaitingProps {
  householdId: string;
  effectiveAt: string;
  onKept: () => void;
}

function Waiting({ householdId, effectiveAt, onKept }: WaitingProps) {
  const words = say();
  const deed = useDeed();
  const keep = async (): Promise<void> => {
    if (!(await deed.run(KeepHousehold, { householdId }))) return;
    toast(words.kept);
    onKept();
  };
  return (
    <section class="stack">
      <p class="stale">{words.waits(fmt().moment(new Date(effectiveAt), new Date()))}</p>
      <NotDone why={deed.notDone} />
      <Button
        look="main"
        isWide
        isDisabled={deed.isBusy || !isOnline.value}
        onPress={() => void keep()}
      >
        {words.keep}
      </Button>
    </section>
  );
}
