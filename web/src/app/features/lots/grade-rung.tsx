import type { ComponentChildren } from 'preact';
import type { Grams, Vnd } from '../../../../../src/kernel/units.js';
import { CropDrawing } from '../../ui/crop-drawing.js';
import { fruitEdge } from '../../ui/grade-ladder.js';
import { named, titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import type { CropGrade } from './documents.js';
import { say } from './words.js';

interface GradeRungProps {
  drawing: string;
  grade: CropGrade;
  onPress: () => void;
  /** What is written for it: kilograms and price. */
  children?: ComponentChildren;
}

/** Weight of a typical fruit; a grade open at one end is a little beyond that end. Null for an unsorted lot. */
const typicalFruit = ({ fruitGFrom, fruitGTo }: CropGrade): number | null => {
  if (fruitGFrom !== null && fruitGTo !== null) return (fruitGFrom + fruitGTo) / 2;
  if (fruitGFrom !== null) return fruitGFrom * 1.15;
  return fruitGTo === null ? null : fruitGTo * 0.75;
};

/** One grade of the ladder, to be pressed: its size, its name, and what is written for it. */
export function GradeRung({ drawing, grade, onPress, children }: GradeRungProps) {
  const fruit = typicalFruit(grade);
  return (
    <button type="button" class="choice rung" onClick={onPress}>
      <span class="fruit">
        {fruit === null ? (
          [40, 24, 32].map((edge) => <CropDrawing key={edge} code={drawing} size={edge} />)
        ) : (
          <CropDrawing code={drawing} size={fruitEdge(fruit)} />
        )}
      </span>
      <span class="grow">
        <span class="row">
          <b>{titled(named(grade))}</b>
          {grade.fruitsPerKg && <span class="earth num">{say().perKg(grade.fruitsPerKg)}</span>}
        </span>
        {children}
      </span>
    </button>
  );
}

interface GradeFiguresProps {
  grams: Grams;
  askVndPerKg: Vnd | null;
}

/** `600 kg · 35.000 ₫/kg` */
export const GradeFigures = ({ grams, askVndPerKg }: GradeFiguresProps) => (
  <span>
    <b class="num">{fmt().kg(grams)}</b> ·{' '}
    <span class="num">{askVndPerKg === null ? say().byOrder : fmt().perKg(askVndPerKg)}</span>
  </span>
);
