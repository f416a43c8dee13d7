import { useState } from 'preact/hooks';
import type { Id } from '../../../../../src/kernel/id.js';
import { grams, type Grams } from '../../../../../src/kernel/units.js';
import { Button } from '../../ui/button.js';
import { WeightPad } from '../../ui/keypad.js';
import { EMPTY, entryOf, weightOf, type Entry } from '../../ui/keypad-entry.js';
import { fmt } from '../../words/words.js';
import { Counting } from '../planning/counting.js';
import { say } from './words.js';

interface WeightStepProps {
  title: string;
  /** What was written before, to be changed. */
  from: Grams | null;
  /** Whose containers count; null for the household's own phone. */
  householdId: Id | null;
  onWeight: (weight: Grams) => void;
  /** Without it the grade cannot be left out. */
  canLeaveOut?: boolean;
}

/** One number: how much of this grade. */
export function WeightStep({ title, from, householdId, onWeight, canLeaveOut }: WeightStepProps) {
  const words = say();
  const [entry, setEntry] = useState(from === null || from === 0 ? EMPTY : entryOf(from));
  const [isTouched, setTouched] = useState(false);
  const weight = weightOf(entry);
  // The first figure replaces the weight of before, as on a calculator; the eraser mends it.
  const change = (next: Entry): void => {
    const isNew = !isTouched && next.figures !== '' && next.parts === entry.parts;
    setEntry(isNew ? { parts: [], figures: next.figures } : next);
    setTouched(true);
  };
  return (
    <section class="stack tight">
      <h2>{title}</h2>
      <WeightPad entry={entry} onChange={change} />
      <Counting
        householdId={householdId}
        onWeight={(counted) => {
          setEntry(entryOf(counted));
          setTouched(true);
        }}
      />
      <Button
        look="main"
        isWide
        isDisabled={weight === null || weight === 0}
        onPress={() => weight !== null && onWeight(weight)}
      >
        {weight === null ? words.ok : words.take(fmt().kg(weight))}
      </Button>
      {canLeaveOut && (
        <Button look="quiet" isWide onPress={() => onWeight(grams(0))}>
          {words.noneOf}
        </Button>
      )}
    </section>
  );
}
