import { useState } from 'preact/hooks';
import type { Trust } from '../../../../../src/permits/domain/check-permit.js';
import { isOnline } from '../../api/line.js';
import { newId } from '../../offline/new-id.js';
import { act } from '../../offline/phone.js';
import { useDraft } from '../../offline/use-draft.js';
import { useRead } from '../../offline/use-read.js';
import { Screen } from '../../shell/screen.js';
import { Button } from '../../ui/button.js';
import { useNow } from '../../ui/count-down.js';
import { Choices } from '../../ui/field.js';
import { Icon } from '../../ui/icon.js';
import { ConfirmSheet } from '../../ui/sheet.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { toast } from '../../ui/toast.js';
import { fmt } from '../../words/words.js';
import { Camera } from './camera.js';
import { Checkpoints, RecordScan, StartShift } from './checkpoint-documents.js';
import { say } from './checkpoint-words.js';
import { paintedPlate } from './plate-text.js';
import { checkText, doubted, noPaper, type PostCheck } from './post-check.js';
import { dataTime, usePostTrust } from './post-trust.js';
import { SHIFT, type Decision, type Shift } from './shift.js';
import { TypedCode } from './typed-code.js';
import { VerdictPanel } from './verdict-panel.js';

/** The post: a shift, then one vehicle after the other, with or without signal. */
export default function CheckpointScreen() {
  const shift = useDraft<Shift | null>(SHIFT, null);
  if (shift.value === undefined) return <Skeleton rows={2} />;
  if (shift.value === null) return <ChoosePost onBegin={shift.change} />;
  return <Post shift={shift.value} onEnd={shift.discard} />;
}

function ChoosePost({ onBegin }: { onBegin: (shift: Shift) => void }) {
  const words = say();
  const { data, isLoading, fault, refresh } = useRead(Checkpoints, {});
  const [chosen, setChosen] = useState<string | null>(null);
  const post = data?.places.find(({ id }) => id === chosen);
  const begin = async (): Promise<void> => {
    if (!post) return;
    // The post may have no signal this morning; that the shift began is told when there is.
    await act(StartShift, {
      objectKey: 'shift',
      title: words.shiftAct(post.name),
      input: { checkpointId: post.id },
      isUndoable: false,
    });
    onBegin({ checkpointId: post.id, name: post.name, startedAt: Date.now() });
  };
  return (
    <Screen
      title={words.choose}
      code="P1"
      showsSignal
      action={
        <Button look="main" isWide icon="shield" isDisabled={!post} onPress={() => void begin()}>
          {words.begin}
        </Button>
      }
    >
      <div class="stack">
        {!isOnline.value && <p class="stale">{words.offlineShift}</p>}
        {!data && isLoading && <Skeleton rows={3} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && (
          <Choices
            name="post"
            legend={words.post}
            choices={data.places.map(({ id, name, road }) => ({
              value: id,
              label: name,
              ...(road !== null && !name.includes(road) && { note: road }),
            }))}
            value={chosen}
            onChange={setChosen}
          />
        )}
      </div>
    </Screen>
  );
}

function Post({ shift, onEnd }: { shift: Shift; onEnd: () => void }) {
  const words = say();
  const { trust, read } = usePostTrust();
  const [isEnding, setEnding] = useState(false);
  return (
    <>
      {trust === undefined || trust === 'BAD' ? (
        <Screen title={words.scan} code="P2" showsSignal>
          {trust === undefined && read.isLoading && <Skeleton rows={3} />}
          {trust === undefined && !read.isLoading && !read.data && (
            <EmptyState
              picture={<Icon name="wifiOff" size={56} />}
              title={words.noData}
              note={words.noDataNote}
            >
              <Button look="main" icon="refresh" onPress={read.refresh}>
                {words.refresh}
              </Button>
            </EmptyState>
          )}
          {trust === 'BAD' && (
            <EmptyState
              picture={<Icon name="warning" size={56} />}
              title={words.badData}
              note={words.badDataNote}
            />
          )}
        </Screen>
      ) : (
        <Scanner
          shift={shift}
          trust={trust}
          onRefresh={read.refresh}
          onEnd={() => setEnding(true)}
        />
      )}
      <ConfirmSheet
        title={words.endAsk}
        note={words.endNote}
        yes={words.endYes}
        no={words.stay}
        isOpen={isEnding}
        onNo={() => setEnding(false)}
        onYes={onEnd}
      />
    </>
  );
}

interface ScannerProps {
  shift: Shift;
  trust: Trust;
  onRefresh: () => void;
  onEnd: () => void;
}

function Scanner({ shift, trust, onRefresh, onEnd }: ScannerProps) {
  const words = say();
  const [check, setCheck] = useState<PostCheck | null>(null);
  const [judgedText, setJudged] = useState<string | null>(null);
  const now = useNow(30_000);

  const scanned = async (text: string): Promise<void> => {
    const judged = await checkText(text, trust);
    setJudged(text);
    setCheck(judged);
    navigator.vibrate?.(judged.verdict === 'GREEN' ? 80 : [80, 80, 80]);
    if (!isOnline.value) return;
    const other = await doubted(judged, shift.checkpointId);
    if (other) setCheck((shown) => (shown === judged ? other : shown));
  };

  if (check) {
    const { tokenText, plate, persons, shownAt } = check;
    const again = (
      seen: { plateSeen: string } | { personsSeen: number },
    ): (() => void) | undefined =>
      tokenText === null || plate === null || check.verdict === 'RED'
        ? undefined
        : () => void checkText(tokenText, trust, seen, shownAt).then(setCheck);
    const decide = async (decision: Decision, why: string | null): Promise<void> => {
      await record(check, decision, why, shift);
      setCheck(null);
    };
    return (
      <VerdictPanel
        key={check.reason}
        check={check}
        onOtherPlate={again({ plateSeen: 'khác' })}
        onMorePeople={again({ personsSeen: (persons ?? 0) + 1 })}
        onDecide={(decision, why) => void decide(decision, why)}
        onBack={() => setCheck(null)}
      />
    );
  }
  return (
    <Screen title={words.scan} code="P2" showsSignal>
      <div class="stack">
        <p class="row apart">
          <b>{shift.name}</b>
          <span class="row earth beside">
            <Icon name="clock" size={20} />
            {words.dataAge(fmt().age(dataTime(trust), new Date(now)))}
          </span>
        </p>
        <Camera justSeen={judgedText} onText={(text) => void scanned(text)} />
        <TypedCode trust={trust} onText={(text) => void scanned(text)} onCheck={setCheck} />
        <Button icon="cross" isWide onPress={() => setCheck(noPaper(trust))}>
          {words.noPaper}
        </Button>
        <div class="pair">
          <Button look="quiet" icon="refresh" isWide onPress={onRefresh}>
            {words.refresh}
          </Button>
          <Button look="quiet" icon="signOut" isWide onPress={onEnd}>
            {words.end}
          </Button>
        </div>
      </div>
    </Screen>
  );
}

/** PE-17: written on the phone first; sent now or when the post has signal again. */
async function record(
  check: PostCheck,
  decision: Decision,
  why: string | null,
  { checkpointId }: Shift,
): Promise<void> {
  const words = say();
  const now = new Date();
  const plate = check.plate === null ? words.unknownPlate : paintedPlate(check.plate);
  const title = words.decided(plate, words.decisions[decision]);
  const id = newId();
  await act(RecordScan, {
    objectKey: `scan:${id}`,
    title,
    isUndoable: false,
    input: {
      scans: [
        {
          id,
          tokenText: check.tokenText,
          permitCode: check.permitCode,
          checkpointId,
          verdict: check.verdict,
          reason: check.reason,
          decision,
          decisionReason: why,
          dataAgeSeconds: check.dataAgeSeconds,
          handlingSeconds: Math.round((now.getTime() - check.shownAt.getTime()) / 1000),
          scannedAt: check.shownAt.toISOString(),
        },
      ],
    },
  });
  toast(title);
}
