import { useState } from 'preact/hooks';
import { useDeed } from '../../api/use-deed.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Chip } from '../../ui/chips.js';
import { NotDone } from '../../ui/not-done.js';
import { ReasonSheet } from '../../ui/reason-sheet.js';
import { fmt } from '../../words/words.js';
import { Approve, Reinstate, SendBack, Suspend, type PartyFile } from './party-documents.js';
import { say } from './party-words.js';
import { PartyPeople } from './party-people.js';
import { RecoverParty } from './recover-party.js';

/** What an administrator may give into somebody’s hands; offices are staffed by two colleagues. */
const RECOVERABLE: ReadonlySet<string> = new Set([
  'HOUSEHOLD',
  'COOPERATIVE',
  'TRADER',
  'TRANSPORTER',
]);

type Asked = 'sendBack' | 'suspend';

/** One party's papers, with the steps that are open to an administrator. */
export function PartyCard({ file, onChanged }: { file: PartyFile; onChanged: () => void }) {
  const words = say();
  const yes = useDeed();
  const no = useDeed();
  const [asked, setAsked] = useState<Asked | null>(null);
  const step = async (document: typeof Approve | typeof Reinstate): Promise<void> => {
    const input = { partyId: file.id };
    const done =
      document === Approve ? await yes.run(Approve, input) : await yes.run(Reinstate, input);
    if (done) onChanged();
  };
  const refuse = async (reason: string): Promise<boolean> => {
    const input = { partyId: file.id, reason };
    const done = asked === 'suspend' ? await no.run(Suspend, input) : await no.run(SendBack, input);
    if (!done) return false;
    setAsked(null);
    onChanged();
    return true;
  };
  return (
    <Card
      title={file.name}
      aside={
        <Chip
          tone={file.state === 'ACTIVE' ? 'green' : 'amber'}
          icon={file.state === 'ACTIVE' ? 'check' : 'waiting'}
        >
          {words.states[file.state]}
        </Chip>
      }
    >
      <p>
        {words.kinds[file.kind]}
        {file.mergedIntoId && ` · ${words.isMerged}`}
      </p>
      <PartyPeople file={file} onOpened={onChanged} />
      <p class="earth num">{words.since(fmt().moment(new Date(file.createdAt), new Date()))}</p>
      {file.stateReason && <p class="wrong">{file.stateReason}</p>}
      <NotDone why={yes.notDone} />
      {file.state === 'PENDING_APPROVAL' && (
        <div class="pair">
          <Button look="main" isWide isDisabled={yes.isBusy} onPress={() => void step(Approve)}>
            {words.approve}
          </Button>
          <Button look="stop" isWide onPress={() => setAsked('sendBack')}>
            {words.sendBack}
          </Button>
        </div>
      )}
      {file.state === 'ACTIVE' && (
        <Button look="stop" onPress={() => setAsked('suspend')}>
          {words.suspend}
        </Button>
      )}
      {file.state === 'SUSPENDED' && (
        <Button isDisabled={yes.isBusy} onPress={() => void step(Reinstate)}>
          {words.reinstate}
        </Button>
      )}
      {file.members?.length === 0 && RECOVERABLE.has(file.kind) && file.state !== 'CLOSED' && (
        <RecoverParty partyId={file.id} onDone={onChanged} />
      )}
      <ReasonSheet
        draftKey={`judge:${file.id}`}
        title={asked === 'suspend' ? words.suspendWhy : words.sendBackWhy}
        reasons={asked === 'suspend' ? words.suspendReasons : words.sendBackReasons}
        send={asked === 'suspend' ? words.suspend : words.sendBack}
        isOpen={asked !== null}
        isBusy={no.isBusy}
        notDone={no.notDone}
        onClose={() => setAsked(null)}
        onSend={refuse}
      />
    </Card>
  );
}
