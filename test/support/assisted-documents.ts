import type { Someone } from './given.js';

/** What others did for a household, and its way back. */
export const ASSISTED = `{ assistedActs(first: 100) { nodes { id kind text by canUndo } } }`;
const UNDO = `mutation ($input: UndoAssistedActInput!) { undoAssistedAct(input: $input) {
  __typename ... on AssistedAct { id canUndo } ... on Refused { code message } } }`;

export interface ShownAct {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly canUndo: boolean;
}

export const undoOf =
  (newId: () => string) =>
  (who: Someone, actId: string): Promise<{ code?: string; canUndo?: boolean }> =>
    who.voice.ask(UNDO, { input: { clientMutationId: newId(), actId } });
