import { useState } from 'preact/hooks';
import { useDeed } from '../../api/use-deed.js';
import { useRead } from '../../offline/use-read.js';
import { Screen } from '../../shell/screen.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { KeptNote } from '../../ui/chips.js';
import { Icon } from '../../ui/icon.js';
import { NotDone } from '../../ui/not-done.js';
import { Sheet } from '../../ui/sheet.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { GiveGrantForm } from './give-grant-form.js';
import { LookAhead, MyGrants, TakeBack, type Grant } from './grant-documents.js';
import { say } from './grant-words.js';
import { Invitations } from './invitations.js';

/** Whom the household lets act for it, and the way to stop each of them. */
export default function GrantsScreen() {
  const words = say();
  const { data, at, isKept, isLoading, fault, refresh } = useRead(MyGrants, {});
  const [isGiving, setGiving] = useState(false);
  const [stopping, setStopping] = useState<Grant | null>(null);
  const grants = data?.myGrants.nodes ?? [];
  const trusted = [...new Map(grants.map(({ grantee }) => [grantee.id, grantee])).values()];
  if (isGiving) {
    return (
      <GiveGrantForm
        onBack={() => setGiving(false)}
        onGiven={() => {
          setGiving(false);
          refresh();
        }}
      />
    );
  }
  return (
    <Screen
      title={words.title}
      code="A9"
      back="/app/giup"
      action={
        data && (
          <Button look="main" isWide icon="plus" onPress={() => setGiving(true)}>
            {words.more}
          </Button>
        )
      }
    >
      <div class="stack">
        <Invitations />
        <p>{words.intro}</p>
        {isKept && at && <KeptNote at={at} />}
        {!data && isLoading && <Skeleton rows={2} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && grants.length === 0 && (
          <EmptyState
            picture={<Icon name="people" size={56} />}
            title={words.none}
            note={words.noneNote}
          />
        )}
        {trusted.map(({ id, name }) => (
          <Card key={id} title={name}>
            {grants
              .filter(({ grantee }) => grantee.id === id)
              .map((grant) => (
                <div class="stack tight" key={grant.id}>
                  <p>
                    <b>{words.powers[grant.power]}</b>
                    <br />
                    <span class="earth">{words.powerNotes[grant.power]}</span>
                  </p>
                  <Button look="stop" isWide onPress={() => setStopping(grant)}>
                    {words.stop}
                  </Button>
                </div>
              ))}
          </Card>
        ))}
      </div>
      {stopping && (
        <StopSheet
          grant={stopping}
          onClose={() => setStopping(null)}
          onStopped={() => {
            setStopping(null);
            refresh();
          }}
        />
      )}
    </Screen>
  );
}

interface StopProps {
  grant: Grant;
  onClose: () => void;
  onStopped: () => void;
}

/** What stopping does to things under way, before it is done. */
function StopSheet({ grant, onClose, onStopped }: StopProps) {
  const words = say();
  const deed = useDeed();
  const ahead = useRead(LookAhead, { grantId: grant.id });
  // What was true when the phone last had signal must not be decided on.
  const consequences = ahead.isKept ? undefined : ahead.data?.previewRevoke;
  const stop = async (): Promise<void> => {
    if (await deed.run(TakeBack, { grantId: grant.id })) onStopped();
  };
  return (
    <Sheet
      title={words.stopAsk(words.powers[grant.power].toLowerCase(), grant.grantee.name)}
      isOpen
      onClose={onClose}
    >
      <p>{words.stopNow}</p>
      {!consequences && !ahead.fault && <p class="earth">{words.looking}</p>}
      {!consequences && ahead.fault && <ErrorState fault={ahead.fault} onRetry={ahead.refresh} />}
      {consequences?.length === 0 && <p class="earth">{words.nothingOpen}</p>}
      {consequences && consequences.length > 0 && (
        <ul class="stack tight">
          {consequences.map(({ kind, text }) => (
            <li key={kind}>{text}</li>
          ))}
        </ul>
      )}
      <NotDone why={deed.notDone} />
      <Button look="main" isWide onPress={onClose}>
        {words.stopNo}
      </Button>
      <Button
        look="stop"
        isWide
        isDisabled={!consequences || deed.isBusy}
        onPress={() => void stop()}
      >
        {words.stopYes}
      </Button>
    </Sheet>
  );
}
