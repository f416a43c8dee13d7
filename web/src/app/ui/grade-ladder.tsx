import { CropDrawing } from './crop-drawing.js';

interface Grade {
  code: string;
  name: string;
  /** As the trade counts: `3–4 quả/kg`; null for an unsorted lot. */
  perKg: string | null;
  /** Weight of a typical fruit in grams, for the size of its drawing; null draws a mixed handful. */
  fruitGrams: number | null;
}

interface GradeLadderProps {
  cropCode: string;
  grades: readonly Grade[];
  legend: string;
  name: string;
  value: string | null;
  onChange: (code: string) => void;
}

/** A fruit of this weight fills the rung. */
const LARGEST_FRUIT_G = 400;
const LARGEST_PX = 80;

/** Fruits weigh as the cube of their size; the drawing follows, so that "nhỏ" looks as small as it is. */
export const fruitEdge = (grams: number): number =>
  Math.round(LARGEST_PX * Math.cbrt(Math.min(grams, LARGEST_FRUIT_G) / LARGEST_FRUIT_G));

/** Grades as a ladder of fruit sizes: chosen by looking, not by reading. */
export function GradeLadder({ cropCode, grades, legend, name, value, onChange }: GradeLadderProps) {
  return (
    <fieldset class="rungs">
      <legend>{legend}</legend>
      {grades.map((grade) => (
        <label class="choice rung" key={grade.code}>
          <input
            type="radio"
            name={name}
            checked={grade.code === value}
            onChange={() => onChange(grade.code)}
          />
          <span class="fruit">
            {grade.fruitGrams === null ? (
              [40, 24, 32].map((edge) => <CropDrawing key={edge} code={cropCode} size={edge} />)
            ) : (
              <CropDrawing code={cropCode} size={fruitEdge(grade.fruitGrams)} />
            )}
          </span>
          <span class="grow">
            <b>{grade.name}</b>
            <br />
            {grade.perKg && <span class="earth num">{grade.perKg}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
