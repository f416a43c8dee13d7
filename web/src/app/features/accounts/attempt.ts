import { ask } from '../../api/ask.js';
import { Fault } from '../../api/fault.js';
import type { Operation } from '../../api/graphql.js';
import type { NotDone, Refused } from '../../api/use-deed.js';
import { toFirstWrong } from '../../ui/point-out.js';
import { say } from '../../words/words.js';

type Outcome<Answer> = { answer: Answer } | { notDone: NotDone };

const isRefused = (answer: object): answer is Refused =>
  '__typename' in answer && answer.__typename === 'Refused';

/** Signing in and changing role: they carry no id of an act, because doing them twice is doing them once. */
export async function attempt<Result extends Record<string, object>, Variables>(
  document: Operation<Result, Variables>,
  variables: Variables,
): Promise<Outcome<Exclude<Result[keyof Result], Refused>>> {
  try {
    const [answer = {}] = Object.values(await ask(document, variables));
    if (!isRefused(answer)) return { answer: answer as Exclude<Result[keyof Result], Refused> };
    toFirstWrong();
    const { message, nextStep, field } = answer;
    return { notDone: { message, nextStep, field: field ?? null } };
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    return { notDone: { ...say().faults[fault.code], field: null } };
  }
}
