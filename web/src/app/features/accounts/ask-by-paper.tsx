import { isOnline } from '../../api/line.js';
import { useDeed } from '../../api/use-deed.js';
import { session } from '../../session.js';
import { Button } from '../../ui/button.js';
import { NotDone } from '../../ui/not-done.js';
import { PhotoPick } from '../../ui/photo-pick.js';
import { RecordGrant, type AtCounter } from './counter-documents.js';
import { say } from './counter-words.js';
import { usePaper } from './use-paper.js';

interface AskProps {
  householdId: string;
  power: AtCounter['grants'][number]['power'];
  onRecorded: () => void;
}

/** The household signs; the photograph is what its word rests on. */
export function AskByPaper({ householdId, power, onRecorded }: AskProps) {
  const words = say();
  const paper = usePaper();
  const deed = useDeed();
  const record = async (): Promise<void> => {
    const paperId = await paper.send();
    if (!paperId) return;
    if (await deed.run(RecordGrant, { householdId, power, code: null, paperId })) onRecorded();
  };
  return (
    <div class="stack">
      <p>{words.paperHow(words.us[session.value?.role === 'COOP_CLERK' ? 'coop' : 'commune'])}</p>
      <PhotoPick
        label={words.byPaper}
        alt={words.paperAlt}
        photo={paper.photo}
        onPhoto={paper.setPhoto}
      />
      <p class="earth">{words.paperKept}</p>
      <NotDone why={paper.why ?? deed.notDone} />
      {paper.photo && (
        <Button
          look="main"
          isWide
          isDisabled={paper.isSending || deed.isBusy || !isOnline.value}
          onPress={() => void record()}
        >
          {words.record}
        </Button>
      )}
    </div>
  );
}
