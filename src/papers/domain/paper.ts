/** One column of a table: its share of the width of the page, figures to the right. */
export interface Column {
  readonly title: string;
  readonly share: number;
  readonly isFigure?: boolean;
}

export type Block =
  | { readonly kind: 'HEADING'; readonly text: string }
  | { readonly kind: 'FACTS'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | {
      readonly kind: 'TABLE';
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly string[])[];
      /** Set apart below the rows. */
      readonly total?: readonly string[];
    }
  | { readonly kind: 'SIGNATURES'; readonly sides: readonly string[] };

/** What is printed, in words and figures; how it looks is for whoever prints it. */
export interface Paper {
  readonly title: string;
  readonly number: string;
  /** When what it says came to be: a paper knows no hour of printing, so that it prints the same again. */
  readonly at: Date;
  readonly fileName: string;
  readonly blocks: readonly Block[];
}
