/** Kilograms of one grade of one lot for an order, before they are written anywhere. */
export interface NewLine {
  /** Also the id of the hold on the lot. */
  readonly id: string;
  readonly lotId: string;
  readonly lotGradeId: string;
  readonly householdId: string;
  readonly gradeCode: string;
  readonly grams: number;
  readonly vndPerKg: number;
}

const COLUMNS: readonly (readonly [column: string, type: string, of: keyof NewLine])[] = [
  ['id', 'uuid', 'id'],
  ['lot_id', 'uuid', 'lotId'],
  ['lot_grade_id', 'uuid', 'lotGradeId'],
  ['household_id', 'uuid', 'householdId'],
  ['grade_code', 'text', 'gradeCode'],
  ['grams', 'int8', 'grams'],
  ['vnd_per_kg', 'int8', 'vndPerKg'],
];

/** Columns of a table of lines, in the order of `LINES_GIVEN`. */
export const LINE_COLUMNS = COLUMNS.map(([column]) => column).join(', ');

/** The lines of a statement as the rows `l`; what `lineValues` makes of them are its first values, `$1` to `$7`. */
export const LINES_GIVEN = `unnest(${COLUMNS.map(([, type], index) => `$${index + 1}::${type}[]`).join(', ')})
  as l (${LINE_COLUMNS})`;

export const lineValues = (lines: readonly NewLine[]): unknown[][] =>
  COLUMNS.map(([, , of]) => lines.map((line) => line[of]));
