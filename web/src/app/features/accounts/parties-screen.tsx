import { useState } from 'preact/hooks';
import { useRead } from '../../offline/use-read.js';
import { Screen } from '../../shell/screen.js';
import { TextField } from '../../ui/field.js';
import { ErrorState, Skeleton } from '../../ui/states.js';
import { NamesakesList } from './namesakes-list.js';
import { PartyCard } from './party-card.js';
import { FindParty, Waiting } from './party-documents.js';
import { say } from './party-words.js';

const SHORTEST = 2;

/** The administrator's desk: papers that wait, anybody by name or phone, households registered twice. */
export default function PartiesScreen() {
  const words = say();
  const waiting = useRead(Waiting, {});
  const [typed, setTyped] = useState('');
  const isAsked = typed.trim().length >= SHORTEST;
  return (
    <Screen title={words.desk} code="Q1" back="/app/cai-dat" density="desk">
      <div class="stack loose">
        <TextField
          id="find"
          label={words.find}
          hint={words.findHint}
          autocomplete="off"
          maxLength={60}
          value={typed}
          onChange={setTyped}
        />
        {isAsked && <Found words={typed.trim()} />}
        {!isAsked && (
          <>
            <section class="stack">
              <h2>{words.queue}</h2>
              {!waiting.data && waiting.isLoading && <Skeleton rows={2} />}
              {!waiting.data && waiting.fault && (
                <ErrorState fault={waiting.fault} onRetry={waiting.refresh} />
              )}
              {waiting.data?.approvalQueue.nodes.length === 0 && (
                <p class="earth">{words.queueNone}</p>
              )}
              {waiting.data?.approvalQueue.nodes.map((file) => (
                <PartyCard key={file.id} file={file} onChanged={waiting.refresh} />
              ))}
            </section>
            <NamesakesList />
          </>
        )}
      </div>
    </Screen>
  );
}

function Found({ words: wanted }: { words: string }) {
  const words = say();
  const { data, isLoading, fault, refresh } = useRead(FindParty, { words: wanted });
  if (!data) {
    if (fault) return <ErrorState fault={fault} onRetry={refresh} />;
    return isLoading ? <Skeleton rows={2} /> : null;
  }
  const { nodes } = data.findParty;
  return (
    <section class="stack">
      {nodes.length === 0 && <p class="earth">{words.findNone}</p>}
      {nodes.map((file) => (
        <PartyCard key={file.id} file={file} onChanged={refresh} />
      ))}
    </section>
  );
}
