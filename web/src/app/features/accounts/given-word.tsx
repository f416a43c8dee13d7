import { useState } from 'preact/hooks';
import { isOnline } from '../../api/line.js';
import { useDeed, type Deed } from '../../api/use-deed.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import { NotDone } from '../../ui/not-done.js';
import { PhotoPick } from '../../ui/photo-pick.js';
import { saidAt, saidElsewhere } from '../../ui/said-at.js';
import { clockText } from '../../words/format.js';
import { say } from './counter-words.js';
import { usePaper } from './use-paper.js';

/** On what the household's word rests; one of the two. */
interface Proof {
  readonly code: string | null;
  readonly paperId: string | null;
}

interface GivenWordProps {
  /** Id of the field of the code. */
  id: string;
  /** Of the button that records what the word is for. */
  look: 'main' | 'stop';
  hasPhone: boolean;
  words: { byCodeNote: string; paperHow: string; paperAlt: string; record: string };
  /** Has a code sent to the household's number; undefined when it was not. */
  onAsk: (asking: Deed) => Promise<{ expiresAt: string } | undefined>;
  onGiven: (recording: Deed, proof: Proof) => Promise<void>;
}

/** A household gives its word across the counter: it reads out the code it was sent, or signs a paper. */
export function GivenWord(props: GivenWordProps) {
  const words = say();
  const [isPaper, setPaper] = useState(!props.hasPhone);
  return (
    <section class="stack">
      {isPaper ? <SignedPaper {...props} /> : <SpokenCode {...props} />}
      {!isPaper && (
        <Button isWide icon="camera" onPress={() => setPaper(true)}>
          {words.byPaper}
        </Button>
      )}
      {isPaper && props.hasPhone && (
        <Button look="quiet" isWide onPress={() => setPaper(false)}>
          {words.byCode}
        </Button>
      )}
    </section>
  );
}

function SpokenCode({ id, look, words: said, onAsk, onGiven }: GivenWordProps) {
  const words = say();
  const asking = useDeed();
  const recording = useDeed();
  const [until, setUntil] = useState<Date | null>(null);
  const [code, setCode] = useState('');
  const ask = async (): Promise<void> => {
    const asked = await onAsk(asking);
    if (!asked) return;
    setUntil(new Date(asked.expiresAt));
    setCode('');
  };
  if (!until)
    return (
      <>
        <NotDone why={asking.notDone} />
        <Button
          look="main"
          isWide
          icon="send"
          isDisabled={asking.isBusy || !isOnline.value}
          onPress={() => void ask()}
        >
          {words.byCode}
        </Button>
        <p class="earth">{said.byCodeNote}</p>
      </>
    );
  return (
    <form class="stack" onSubmit={(event) => event.preventDefault()}>
      <p role="status">{words.codeSent(clockText(until))}</p>
      <TextField
        id={id}
        label={words.code}
        hint={words.codeHint}
        error={saidAt(recording.notDone, 'code')}
        inputMode="numeric"
        autocomplete="off"
        pattern="\s*(\d\s*){6}"
        maxLength={12}
        value={code}
        onChange={setCode}
      />
      <NotDone why={saidElsewhere(recording.notDone, 'code')} />
      <Button
        look={look}
        isWide
        type="submit"
        isDisabled={recording.isBusy || !isOnline.value || code.replace(/\D/g, '').length !== 6}
        onPress={() => void onGiven(recording, { code, paperId: null })}
      >
        {said.record}
      </Button>
      <NotDone why={asking.notDone} />
      <Button look="quiet" isWide isDisabled={asking.isBusy} onPress={() => void ask()}>
        {words.again}
      </Button>
    </form>
  );
}

/** The photograph is what the word rests on. */
function SignedPaper({ look, hasPhone, words: said, onGiven }: GivenWordProps) {
  const words = say();
  const paper = usePaper();
  const recording = useDeed();
  const record = async (): Promise<void> => {
    const paperId = await paper.send();
    if (paperId) await onGiven(recording, { code: null, paperId });
  };
  return (
    <>
      {!hasPhone && <p class="stale">{words.noPhone}</p>}
      <p>{said.paperHow}</p>
      <PhotoPick
        label={words.byPaper}
        alt={said.paperAlt}
        photo={paper.photo}
        onPhoto={paper.setPhoto}
      />
      <p class="earth">{words.paperKept}</p>
      <NotDone why={paper.why ?? recording.notDone} />
      {paper.photo && (
        <Button
          look={look}
          isWide
          isDisabled={paper.isSending || recording.isBusy || !isOnline.value}
          onPress={() => void record()}
        >
          {said.record}
        </Button>
      )}
    </>
  );
}
