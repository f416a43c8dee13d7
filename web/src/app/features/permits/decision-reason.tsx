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
  const usuals = decision === 'LET_PASS' ? words.whyPass : words.whyStop;
  const why = [usual, more.trim()].filter(Boolean).join('. ');
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
        isOptional={more.trim() !== ''}
        onChange={setUsual}
      />
      <TextField id="why-more" label={words.whyMore} isOptional value={more} onChange={setMore} />
      <Button
        look="main"
        icon="check"
        isWide
        isDisabled={why === ''}
        onPress={() => decision !== null && onSay(decision, why)}
      >
        {words.save}
      </Button>
    </Sheet>
  );
}
