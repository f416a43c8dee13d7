import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.js';
import { Choices, TextField } from '../../ui/field.js';
import { Sheet } from '../../ui/sheet.js';
import { say } from './checkpoint-words.js';
import type { Decision } from './shift.js';

interface DecisionReasonProps {
  /** The decision that needs a reason; null while none does. */
  decision: Decision | null;
  onClose: () => void;
  onSay: (decision: Decision, why: string) => void;
}

/** PE-18: who decides against the verdict says why; the usual reasons are one tap. */
export function DecisionReason({ decision, onClose, onSay }: DecisionReasonProps) {
  const words = say();
  const [usual, setUsual] = useState<string | null>(null);
  const [more, setMore] = useState('');
  const [isMissing, setMissing] = useState(false);
  const usuals = decision === 'LET_PASS' ? words.whyPass : words.whyStop;
  const save = (): void => {
    const why = [usual, more.trim()].filter(Boolean).join('. ');
    setMissing(why === '');
    if (decision !== null && why !== '') onSay(decision, why);
  };
  return (
    <Sheet
      title={decision === null ? '' : words.whyTitle(words.decisions[decision])}
      isOpen={decision !== null}
      onClose={onClose}
    >
      <p>{words.whyNote}</p>
      <Choices
        name="why"
        legend={words.whyLegend}
        choices={usuals.map((label) => ({ value: label, label }))}
        value={usual}
        onChange={setUsual}
      />
      <TextField
        id="why-more"
        label={words.whyMore}
        isOptional
        value={more}
        onChange={setMore}
        {...(isMissing && { error: words.whyMissing })}
      />
      <Button look="main" icon="check" isWide onPress={save}>
        {words.save}
      </Button>
    </Sheet>
  );
}
