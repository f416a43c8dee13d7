import type { initGraphQLTada, ResultOf, TadaDocumentNode, VariablesOf } from 'gql.tada';
import type { introspection } from '../../graphql-env.js';
import type { Day } from '../../../../src/kernel/day.js';
import type { Id } from '../../../../src/kernel/id.js';
import type { Grams, Vnd } from '../../../../src/kernel/units.js';

type Tada = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: { Grams: Grams; Vnd: Vnd; Day: Day; UUID: Id; DateTime: string };
}>;

/** At run time a document is only its text: no parser travels to the phone. */
interface Text {
  readonly text: string;
}

const textOnly = (text: string, fragments: readonly Text[] = []): Text => ({
  text: [...new Set([text, ...fragments.map((fragment) => fragment.text)])].join('\n'),
});

/** Writes a document and types it from `schema.graphql`: `graphql('query Lots { … }', [LotCard])`. */
export const graphql = textOnly as unknown as Tada;

export type { ResultOf, VariablesOf };
export type Operation<Result, Variables> = TadaDocumentNode<Result, Variables>;

/** The text that is sent. */
export const textOf = <R, V>(document: Operation<R, V>): string =>
  (document as unknown as Text).text;

/** `query OpenLots(…) {` → `OpenLots`; an operation without a name is a mistake of ours. */
export function nameOf<R, V>(document: Operation<R, V>): string {
  const name = /\b(?:query|mutation)\s+(\w+)/.exec(textOf(document))?.[1];
  if (!name) throw new Error('an operation needs a name');
  return name;
}
