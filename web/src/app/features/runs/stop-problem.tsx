import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.js';
import { Choices, TextField } from '../../ui/field.js';
import { Sheet } from '../../ui/sheet.js';
import { say } from './run-words.js';

export interface Problem {
  outcome: 'PARTIAL' | 'FAILED';
  /** Why, in one sentence. */
  issue: string;
}

interface StopProblemProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  onTell: (problem: Problem) => void;
}

/** PU-10: anything less than all of it needs a word why; the usual ones are one tap. */
export function StopProblem({ title, isOpen, onClose, onTell }: StopProblemProps) {
  const words = say();
  const [outcome, setOutcome] = useState<Problem['outcome'] | null>(null);
  const [usual, setUsual] = useState<string | null>(null);
  const [more, setMore] = useState('');
  const issue = [usual, more.trim()].filter(Boolean).join('. ');
  return (
    <Sheet title={title} isOpen={isOpen} onClose={onClose}>
      <Choices
        name="outcome"
        legend={words.outcome}
        choices={[
          { value: 'PARTIAL', label: words.part },
          { value: 'FAILED', label: words.nothing },
        ]}
        value={outcome}
        onChange={setOutcome}
      />
      <Choices
        name="issue"
        legend={words.issue}
        choices={words.issues.map((label) => ({ value: label, label }))}
        value={usual}
        isOptional={more.trim() !== ''}
        onChange={setUsual}
      />
      <TextField
        id="issue-more"
        label={words.issueOther}
        isOptional
        value={more}
        onChange={setMore}
      />
      <Button
        look="main"
        isWide
        icon="check"
        isDisabled={outcome === null || issue === ''}
        onPress={() => outcome !== null && onTell({ outcome, issue })}
      >
        {words.save}
      </Button>
    </Sheet>
  );
}
