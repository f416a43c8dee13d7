/** The business says no: a value with a code and the facts of the case. Only what ends any act from below is thrown (`Veto`). */
export interface Refusal<Code extends string = string> {
  readonly refused: Code;
  readonly facts: RefusalFacts;
  /** Path of the input field the person should mend, when there is one: `lines.0.grams`. */
  readonly field?: string;
}

export type RefusalFacts = Readonly<Record<string, string | number | boolean | null>>;

export const refuse = <Code extends string>(
  code: Code,
  facts: RefusalFacts = {},
  field?: string,
): Refusal<Code> =>
  field === undefined ? { refused: code, facts } : { refused: code, facts, field };

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refused' in value && 'facts' in value;
