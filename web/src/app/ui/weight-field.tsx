import { useState } from 'preact/hooks';
import { isRefusal } from '../../../../src/kernel/refusal.js';
import type { Grams } from '../../../../src/kernel/units.js';
import { parseSpokenWeight } from '../../../../src/lots/domain/spoken-weight.js';
import { say } from '../words/words.js';
import { TextField } from './field.js';

interface WeightFieldProps {
  id: string;
  /** Told when the words are a weight: `ba tạ hai` is 320 kg. */
  onWeight: (weight: Grams) => void;
}

/** A weight in words: for dictation, and for those who would rather write "3 tạ 2" than press keys. */
export function WeightField({ id, onWeight }: WeightFieldProps) {
  const [text, setText] = useState('');
  const words = say().keypad;
  const weight = text.trim() === '' ? null : parseSpokenWeight(text);
  const change = (typed: string): void => {
    setText(typed);
    const heard = typed.trim() === '' ? null : parseSpokenWeight(typed);
    if (heard !== null && !isRefusal(heard)) onWeight(heard);
  };
  return (
    <TextField
      id={id}
      label={words.spoken}
      hint={words.spokenHint}
      error={
        isRefusal(weight)
          ? weight.refused === 'WEIGHT_AMBIGUOUS'
            ? words.ambiguous
            : words.unreadable
          : undefined
      }
      value={text}
      onChange={change}
      autocomplete="off"
      maxLength={60}
    />
  );
}
