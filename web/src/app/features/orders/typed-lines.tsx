import type { Grams, Vnd } from '../../../../../src/kernel/units.js';
import { Card } from '../../ui/card.js';
import { priceHeard, weightHeard, weightTyped } from '../../ui/heard.js';
import { PriceField, WeightField } from '../../ui/spoken-field.js';
import { named, titled } from '../../words/named.js';

/** One grade as it stands before anything is typed. */
export interface KnownLine {
  readonly grade: { readonly code: string; readonly nameVi: string; readonly nameEn: string };
  readonly grams: Grams;
  readonly maxVndPerKg: Vnd | null;
}

/** What was typed, by `kg L1` and `gia L1`. */
export type TypedTexts = Readonly<Record<string, string>>;

interface TypedLinesProps<Line extends KnownLine> {
  lines: readonly Line[];
  typed: TypedTexts;
  onType: (typed: TypedTexts) => void;
  kgLabel: (grade: string) => string;
  kgHint?: (line: Line) => string;
  priceLabel: string;
  priceHint: (line: Line) => string;
}

/** Kilograms and the most to pay for each grade. */
export function TypedLines<Line extends KnownLine>(props: TypedLinesProps<Line>) {
  const { lines, typed, onType, kgLabel, kgHint, priceLabel, priceHint } = props;
  return (
    <>
      {lines.map((line, row) => {
        const { code } = line.grade;
        const grade = titled(named(line.grade));
        return (
          <Card key={code} title={grade}>
            <WeightField
              id={`kg-${code}`}
              label={kgLabel(grade)}
              hint={kgHint?.(line)}
              isNeeded={row === 0 && !linesTyped(lines, typed)?.length}
              value={typed[`kg ${code}`] ?? weightTyped(line.grams)}
              onChange={(text) => onType({ ...typed, [`kg ${code}`]: text })}
            />
            <PriceField
              id={`gia-${code}`}
              label={priceLabel}
              hint={priceHint(line)}
              isOptional
              value={typed[`gia ${code}`] ?? priceTyped(line.maxVndPerKg)}
              onChange={(text) => onType({ ...typed, [`gia ${code}`]: text })}
            />
          </Card>
        );
      })}
    </>
  );
}

const priceTyped = (price: Vnd | null): string => (price === null ? '' : `${price} đ`);

interface TypedLine {
  readonly gradeCode: string;
  readonly grams: Grams;
  readonly maxVndPerKg: Vnd | null;
}

/** null while something typed is no number yet; an empty weight leaves the grade out. */
export function linesTyped(lines: readonly KnownLine[], typed: TypedTexts): TypedLine[] | null {
  const heard: TypedLine[] = [];
  for (const { grade, grams, maxVndPerKg } of lines) {
    const kg = typed[`kg ${grade.code}`];
    const price = typed[`gia ${grade.code}`];
    const weight = kg === undefined ? grams : weightHeard(kg);
    const most = price === undefined ? maxVndPerKg : priceHeard(price);
    if (weight === null && kg?.trim() !== '') return null;
    if (most === null && price !== undefined && price.trim() !== '') return null;
    if (weight !== null) heard.push({ gradeCode: grade.code, grams: weight, maxVndPerKg: most });
  }
  return heard;
}
