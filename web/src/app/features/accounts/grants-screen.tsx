import { useState } from 'preact/hooks';
import { useRead } from '../../offline/use-read.js';
import { Screen } from '../../shell/screen.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { KeptNote } from '../../ui/chips.js';
import { Icon } from '../../ui/icon.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { GiveGrantForm } from './give-grant-form.js';
import { MyGrants, type Grant } from './grant-documents.js';
import { say } from './grant-words.js';
import { Invitations } from './invitations.js';
import { RestsOn } from './rests-on.js';
import { StopGrant } from './stop-grant.js';

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
                    <span class="earth">
                      {grant.grantee.kind === 'OFFICE'
                        ? words.communeNote
                        : words.powerNotes[grant.power]}
                    </span>
                    <br />
                    <RestsOn grant={grant} isOwn />
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
        <StopGrant
          grantId={stopping.id}
          words={{
            title: words.stopAsk(words.powers[stopping.power].toLowerCase(), stopping.grantee.name),
            now: words.stopNow,
            yes: words.stopYes,
            no: words.stopNo,
          }}
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
