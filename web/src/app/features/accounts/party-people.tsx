import { useState } from 'preact/hooks';
import { useDeed } from '../../api/use-deed.js';
import { Button } from '../../ui/button.js';
import { Choices, TextField } from '../../ui/field.js';
import { NotDone } from '../../ui/not-done.js';
import { saidAt, saidElsewhere } from '../../ui/said-at.js';
import { Sheet } from '../../ui/sheet.js';
import { phoneText } from '../../words/format.js';
import { OpenPersonalData } from './look-documents.js';
import type { PartyFile } from './party-documents.js';
import { say } from './party-words.js';

// A caller's list states its own purpose; at the desk one of these.
const PURPOSES = ['PAPERS', 'DISPUTE', 'COUNTER', 'URGENT'] as const;
type Purpose = (typeof PURPOSES)[number];
const LONGEST_CASE = 40;

interface Props {
  file: PartyFile;
  onOpened: () => void;
}

/** Number, plate and people of a party; before them the question what for, once a sign-in. */
export function PartyPeople({ file, onOpened }: Props) {
  if (file.needsPurpose) return <AskPurpose file={file} onOpened={onOpened} />;
  const papers = [file.taxCode, file.plate].filter(Boolean).join(' · ');
  return (
    <>
      {papers && <p class="num">{papers}</p>}
      {file.members?.map(({ personId, name, phone }) => (
        <p key={personId} class="num">
          {name} · {phoneText(phone)}
        </p>
      ))}
    </>
  );
}

function AskPurpose({ file, onOpened }: Props) {
  const words = say().look;
  const deed = useDeed();
  const [isAsked, setAsked] = useState(false);
  const [purpose, setPurpose] = useState<Purpose | null>(null);
  const [caseRef, setCaseRef] = useState('');
  const open = async (): Promise<void> => {
    if (purpose === null) return;
    const about = caseRef.trim() === '' ? null : caseRef;
    const input = { partyId: file.id, purpose, caseRef: about };
    if (!(await deed.run(OpenPersonalData, input))) return;
    setAsked(false);
    onOpened();
  };
  return (
    <>
      <Button isWide icon="lock" onPress={() => setAsked(true)}>
        {words.open}
      </Button>
      <Sheet title={words.why(file.name)} isOpen={isAsked} onClose={() => setAsked(false)}>
        <Choices
          name={`why-${file.id}`}
          legend={words.choose}
          choices={PURPOSES.map((value) => ({ value, label: words.purposes[value] }))}
          value={purpose}
          onChange={setPurpose}
        />
        <TextField
          id={`case-${file.id}`}
          label={words.caseRef}
          hint={words.caseHint}
          error={saidAt(deed.notDone, 'caseRef')}
          isOptional
          autocomplete="off"
          maxLength={LONGEST_CASE}
          value={caseRef}
          onChange={setCaseRef}
        />
        <p class="earth">{words.kept}</p>
        <NotDone why={saidElsewhere(deed.notDone, 'caseRef')} />
        <Button
          look="main"
          isWide
          isDisabled={deed.isBusy || purpose === null}
          onPress={() => void open()}
        >
          {words.show}
        </Button>
      </Sheet>
    </>
  );
}
