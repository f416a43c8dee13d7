import { useState } from 'preact/hooks';
import { forget, queue, sendAgain, sendNow, unsent } from '../../offline/phone.js';
import type { Waiting } from '../../offline/queue.js';
import { sorted } from '../../sorted.js';
import { Screen } from '../../shell/screen.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Chip } from '../../ui/chips.js';
import { Icon, type IconName } from '../../ui/icon.js';
import type { Tone } from '../../ui/picture-button.js';
import { ConfirmSheet } from '../../ui/sheet.js';
import { EmptyState } from '../../ui/states.js';
import { fmt } from '../../words/words.js';
import { say } from './words.js';

const LOOKS: Record<Waiting['state'], { tone: Tone; icon: IconName }> = {
  waiting: { tone: 'amber', icon: 'waiting' },
  sending: { tone: 'blue', icon: 'send' },
  refused: { tone: 'red', icon: 'warning' },
  sent: { tone: 'green', icon: 'check' },
};

/** Everything written on this phone and what became of it. */
export default function OutboxScreen() {
  const words = say().outbox;
  const [asked, setAsked] = useState<string | null>(null);
  const newestFirst = sorted(queue.value, (a, b) => b.seq - a.seq);
  return (
    <Screen title={words.title} code="M1" back="/app" showsSignal>
      <div class="stack">
        {unsent.value > 0 && (
          <Button look="main" isWide icon="send" onPress={() => void sendNow()}>
            {words.sendNow}
          </Button>
        )}
        {newestFirst.length === 0 && (
          <EmptyState
            picture={<Icon name="check" size={56} />}
            title={words.none}
            note={words.noneNote}
          />
        )}
        {newestFirst.map((act) => (
          <ActCard key={act.id} act={act} onForget={() => setAsked(act.id)} />
        ))}
      </div>
      <ConfirmSheet
        title={words.forgetAsk}
        note={words.forgetNote}
        yes={words.forgetYes}
        no={words.keep}
        isOpen={asked !== null}
        onNo={() => setAsked(null)}
        onYes={() => {
          if (asked !== null) void forget(asked);
          setAsked(null);
        }}
      />
    </Screen>
  );
}

function ActCard({ act, onForget }: { act: Waiting; onForget: () => void }) {
  const words = say().outbox;
  const { tone, icon } = LOOKS[act.state];
  const now = new Date();
  return (
    <Card
      title={act.title}
      aside={
        <Chip tone={tone} icon={icon}>
          {words.state[act.state]}
        </Chip>
      }
    >
      <p class="earth">{words.writtenAt(fmt().moment(new Date(act.createdAt), now))}</p>
      {act.state === 'waiting' && act.expiresAt !== null && (
        <p class="stale">{words.expires(fmt().moment(new Date(act.expiresAt), now))}</p>
      )}
      {act.refusal && (
        <p>
          <b>{act.refusal.message}</b> {act.refusal.nextStep}
        </p>
      )}
      {act.state === 'refused' && (
        <Button isWide icon="refresh" onPress={() => void sendAgain(act.id)}>
          {words.again}
        </Button>
      )}
      {(act.state === 'refused' || act.state === 'waiting') && (
        <Button look="quiet" isWide onPress={onForget}>
          {words.forget}
        </Button>
      )}
    </Card>
  );
}
