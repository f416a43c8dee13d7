import type { Id } from '../../../../src/kernel/id.js';

/** One wish of a person, however often its button is pressed, until the server has answered it. */
export interface Intent {
  id: Id;
  /** What was sent under the id, the first press first: any of them may have arrived. */
  sent: readonly object[];
}

export const begun = (id: Id): Intent => ({ id, sent: [] });

interface Kept {
  readonly document: unknown;
  readonly about: string;
  readonly intent: Intent;
}

/** What one screen has begun and had no answer to: one intent for each mutation and thing it is about. */
export class Intents {
  #kept: Kept[] = [];

  of(document: unknown, about: string): Intent | undefined {
    return this.#kept.find((one) => one.document === document && one.about === about)?.intent;
  }

  keep(document: unknown, about: string, intent: Intent): void {
    if (!this.of(document, about)) this.#kept.push({ document, about, intent });
  }

  end(intent: Intent): void {
    this.#kept = this.#kept.filter((one) => one.intent !== intent);
  }
}

/**
 * Sends a wish that `intent.sent` does not hold yet, and remembers it there. Where the server says that it has done
 * another wish under this id, an earlier press had arrived and only its answer was lost: that one is told again word
 * for word, and what it made is the answer.
 */
export async function tell(
  intent: Intent,
  wish: object,
  send: (input: object) => Promise<object>,
): Promise<{ answer: object; isEarlier: boolean }> {
  const earlier = intent.sent;
  intent.sent = [...earlier, wish];
  const say = (input: object): Promise<object> => send({ ...input, clientMutationId: intent.id });
  const answer = await say(wish);
  if (!isOfAnother(answer)) return { answer, isEarlier: false };
  for (const before of earlier) {
    const made = await say(before);
    if (!isOfAnother(made)) return { answer: made, isEarlier: true };
  }
  return { answer, isEarlier: false };
}

/** The refusal of an id that was used for another wish names the id itself as what is wrong. */
const isOfAnother = (answer: object): boolean =>
  'field' in answer && answer.field === 'clientMutationId';
