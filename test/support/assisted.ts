import type { Someone } from './given.js';
import type { World } from './world.js';

const ACTS = `{ assistedActs(first: 50) { nodes { id kind text by canUndo undoUntil path party { name } } } }`;
const UNDO = `mutation ($input: UndoAssistedActInput!) { undoAssistedAct(input: $input) {
  __typename ... on AssistedAct { id canUndo undoneAt } ... on Refused { code nextStep } } }`;

export interface ShownAct {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly by: string;
  readonly canUndo: boolean;
  readonly undoUntil: string | null;
  readonly path: string | null;
  readonly party: { readonly name: string };
}

/** What others did in this household's name, newest first. */
export async function actsFor(household: Someone): Promise<readonly ShownAct[]> {
  return (await household.voice.ask<{ nodes: readonly ShownAct[] }>(ACTS)).nodes;
}

export function undo(
  world: World,
  who: Someone,
  { id: actId }: Pick<ShownAct, 'id'>,
  clientMutationId = world.id(),
): Promise<{ readonly code?: string; readonly undoneAt?: string }> {
  return who.voice.ask(UNDO, { input: { clientMutationId, actId } });
}
