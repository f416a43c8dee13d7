import type { Id } from '../../../../../src/kernel/id.js';
import type { ResultOf } from '../../api/graphql.js';
import { useDeed } from '../../api/use-deed.js';
import { useRead } from '../../offline/use-read.js';
import { session } from '../../session.js';
import { Screen } from '../../shell/screen.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { KeptNote } from '../../ui/chips.js';
import { NotDone } from '../../ui/not-done.js';
import { ErrorState, Skeleton } from '../../ui/states.js';
import { fmt } from '../../words/words.js';
import { HeldNow, StopChange } from './changes-documents.js';
import { say } from './changes-words.js';
import { NewAccount } from './new-account.js';
import { NewNumber } from './new-number.js';

type Change = ResultOf<typeof HeldNow>['myHeldChanges'][number];
type Held = Change & { kind: 'PHONE' | 'PAYOUT' };

/** People who come and go have a screen of their own. */
const isOfThisScreen = (change: Change): change is Held =>
  change.kind === 'PHONE' || change.kind === 'PAYOUT';

const HAS_ACCOUNT: ReadonlySet<string> = new Set(['GROWER', 'COOP_CLERK', 'TRADER', 'TRANSPORTER']);

/** What waits and can be stopped, then the two things that may be changed. */
export default function ChangesScreen() {
  const words = say();
  const { data, at, isKept, isLoading, fault, refresh } = useRead(HeldNow, {});
  const waiting = (data?.myHeldChanges ?? []).filter(isOfThisScreen);
  const waits = (kind: Held['kind']): boolean => waiting.some((one) => one.kind === kind);
  return (
    <Screen title={words.title} code="M6" back="/app/cai-dat">
      <div class="stack loose">
        {isKept && at && <KeptNote at={at} />}
        <p>{words.intro}</p>
        {!data && isLoading && <Skeleton rows={2} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {waiting.map((held) => (
          <Waiting key={held.id} held={held} onStopped={refresh} />
        ))}
        {data && !waits('PHONE') && <NewNumber onAsked={refresh} />}
        {data && HAS_ACCOUNT.has(session.value?.role ?? '') && !waits('PAYOUT') && (
          <NewAccount onAsked={refresh} />
        )}
      </div>
    </Screen>
  );
}

function Waiting({ held, onStopped }: { held: Held; onStopped: () => void }) {
  const words = say();
  const deed = useDeed();
  const stop = async (): Promise<void> => {
    if (await deed.run(StopChange, { changeId: held.id as Id })) onStopped();
  };
  return (
    <Card title={words.kinds[held.kind]} isPanel>
      <p class="said num">{words.to(held.masked)}</p>
      <p>{words.from(fmt().moment(new Date(held.effectiveAt), new Date()))}</p>
      <NotDone why={deed.notDone} />
      <Button look="stop" isWide isDisabled={deed.isBusy} onPress={() => void stop()}>
        {words.stop}
      </Button>
    </Card>
  );
}
