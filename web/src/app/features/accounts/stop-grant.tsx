import { useDeed } from '../../api/use-deed.js';
import { useRead } from '../../offline/use-read.js';
import { Button } from '../../ui/button.js';
import { NotDone } from '../../ui/not-done.js';
import { Sheet } from '../../ui/sheet.js';
import { ErrorState } from '../../ui/states.js';
import { LookAhead, TakeBack } from './grant-documents.js';
import { say } from './grant-words.js';

interface StopGrantProps {
  grantId: string;
  /** The question, what it means, and the two answers, as whoever is asked says it. */
  words: { title: string; now: string; yes: string; no: string };
  onClose: () => void;
  onStopped: () => void;
}

/** What taking a word back does to things under way, before it is done. */
export function StopGrant({ grantId, words, onClose, onStopped }: StopGrantProps) {
  const common = say();
  const deed = useDeed();
  const ahead = useRead(LookAhead, { grantId });
  // What was true when the phone last had signal must not be decided on.
  const consequences = ahead.isKept ? undefined : ahead.data?.previewRevoke;
  const stop = async (): Promise<void> => {
    if (await deed.run(TakeBack, { grantId })) onStopped();
  };
  return (
    <Sheet title={words.title} isOpen onClose={onClose}>
      <p>{words.now}</p>
      {!consequences && !ahead.fault && <p class="earth">{common.looking}</p>}
      {!consequences && ahead.fault && <ErrorState fault={ahead.fault} onRetry={ahead.refresh} />}
      {consequences?.length === 0 && <p class="earth">{common.nothingOpen}</p>}
      {consequences && consequences.length > 0 && (
        <ul class="stack tight">
          {consequences.map(({ kind, text }) => (
            <li key={kind}>{text}</li>
          ))}
        </ul>
      )}
      <NotDone why={deed.notDone} />
      <Button look="main" isWide onPress={onClose}>
        {words.no}
      </Button>
      <Button
        look="stop"
        isWide
        isDisabled={!consequences || deed.isBusy}
        onPress={() => void stop()}
      >
        {words.yes}
      </Button>
    </Sheet>
  );
}
