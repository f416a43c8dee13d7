import { useState } from 'preact/hooks';
import { isOnline } from '../../api/line.js';
import { useDeed } from '../../api/use-deed.js';
import { useRead } from '../../offline/use-read.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Icon } from '../../ui/icon.js';
import { NotDone } from '../../ui/not-done.js';
import { PhotoPick } from '../../ui/photo-pick.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { toast } from '../../ui/toast.js';
import { fmt } from '../../words/words.js';
import { usePaper } from '../accounts/use-paper.js';
import { SpokenCode } from '../accounts/spoken-code.js';
import {
  AskToForget,
  ForgetHousehold,
  HouseholdToForget,
  KeepHousehold,
} from './forget-household-documents.js';
import { say } from './forget-household-words.js';

/** A household without the app asks at the counter to be forgotten, and takes that back there. */
export default function ForgetHouseholdScreen({ params }: RouteProps) {
  const words = say();
  const householdId = params['id'] ?? '';
  const { data, isLoading, fault, refresh } = useRead(HouseholdToForget, { householdId });
  const household = data?.householdAtCounter;
  const erasure = data?.householdErasure;
  return (
    <Screen title={words.title} code="A21" back={`/app/xin-phep/${householdId}`}>
      <div class="stack loose">
        {!data && isLoading && <Skeleton rows={2} height={6} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && !household && (
          <EmptyState
            picture={<Icon name="people" size={56} />}
            title={words.gone}
            note={words.goneNote}
          />
        )}
        {household && (
          <>
            <Card title={household.name}>
              {household.hamlet && <p class="earth">{household.hamlet}</p>}
              <p>{words.what}</p>
              <p>{words.when}</p>
            </Card>
            {!isOnline.value && <p class="stale">{words.needLine}</p>}
            {erasure ? (
              <Waiting
                householdId={householdId}
                effectiveAt={erasure.effectiveAt}
                onKept={refresh}
              />
            ) : (
              <Asking
                householdId={householdId}
                hasPhone={household.hasPhone}
                onRecorded={() => {
                  toast(words.recorded);
                  refresh();
                }}
              />
            )}
          </>
        )}
      </div>
    </Screen>
  );
}

function Waiting({
  householdId,
  effectiveAt,
  onKept,
}: {
  householdId: string;
  effectiveAt: string;
  onKept: () => void;
}) {
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

interface AskingProps {
  householdId: string;
  hasPhone: boolean;
  onRecorded: () => void;
}

/** By the code it reads out, or the paper it signs. */
function Asking({ householdId, hasPhone, onRecorded }: AskingProps) {
  const words = say();
  const [isPaper, setPaper] = useState(!hasPhone);
  const paper = usePaper();
  const deed = useDeed();
  const record = async (): Promise<void> => {
    const paperId = await paper.send();
    if (paperId && (await deed.run(ForgetHousehold, { householdId, code: null, paperId })))
      onRecorded();
  };
  if (!isPaper)
    return (
      <section class="stack">
        <ByCode householdId={householdId} onRecorded={onRecorded} />
        <Button isWide icon="camera" onPress={() => setPaper(true)}>
          {words.byPaper}
        </Button>
      </section>
    );
  return (
    <section class="stack">
      {!hasPhone && <p class="stale">{words.noPhone}</p>}
      <p>{words.paperHow}</p>
      <PhotoPick
        label={words.byPaper}
        alt={words.paperAlt}
        photo={paper.photo}
        onPhoto={paper.setPhoto}
      />
      <NotDone why={paper.why ?? deed.notDone} />
      {paper.photo && (
        <Button
          look="stop"
          isWide
          isDisabled={paper.isSending || deed.isBusy || !isOnline.value}
          onPress={() => void record()}
        >
          {words.record}
        </Button>
      )}
      {hasPhone && (
        <Button look="quiet" isWide onPress={() => setPaper(false)}>
          {words.byCode}
        </Button>
      )}
    </section>
  );
}

function ByCode({ householdId, onRecorded }: Omit<AskingProps, 'hasPhone'>) {
  return (
    <SpokenCode
      id="forget-code"
      look="stop"
      words={say()}
      onAsk={(asking) => asking.run(AskToForget, { householdId })}
      onCode={async (recording, code) => {
        if (await recording.run(ForgetHousehold, { householdId, code, paperId: null }))
          onRecorded();
      }}
    />
  );
}
