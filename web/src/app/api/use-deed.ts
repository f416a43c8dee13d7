import { useRef, useState } from 'preact/hooks';
import { newId } from '../offline/new-id.js';
import type { Id } from '../../../../src/kernel/id.js';
import { toFirstWrong } from '../ui/point-out.js';
import { say } from '../words/words.js';
import { ask } from './ask.js';
import { Fault } from './fault.js';
import type { Operation } from './graphql.js';

/** A no of the business, as every mutation answers it. */
export interface Refused {
  __typename: 'Refused';
  message: string;
  nextStep: string;
  field?: string | null;
}

/** Said where the deed was tried: why not, and the one next step. */
export interface NotDone {
  message: string;
  nextStep: string;
  /** Path of the input to mend, when there is one. */
  field: string | null;
}

export interface Deed {
  isBusy: boolean;
  notDone: NotDone | null;
  /** Answers undefined when it was refused or could not be sent; `notDone` says why. */
  run<Result extends Record<string, object>, Input extends { clientMutationId: unknown }>(
    document: Operation<Result, { input: Input }>,
    input: Omit<Input, 'clientMutationId'>,
  ): Promise<Exclude<Result[keyof Result], Refused> | undefined>;
}

const isRefused = (answer: object): answer is Refused =>
  '__typename' in answer && answer.__typename === 'Refused';

/**
 * A deed that needs the server's word at once (another's stock, another's money). One intent is one id: pressed twice,
 * or sent again after a broken line, it is still the same deed; a definite answer ends the intent.
 */
export function useDeed(): Deed {
  const intent = useRef<Id | undefined>(undefined);
  const [isBusy, setBusy] = useState(false);
  const [notDone, setNotDone] = useState<NotDone | null>(null);
  return {
    isBusy,
    notDone,
    async run(document, input) {
      if (isBusy) return undefined;
      setBusy(true);
      intent.current ??= newId();
      try {
        const variables = { input: { ...input, clientMutationId: intent.current } };
        const data = await ask(document as Operation<Record<string, object>, object>, variables);
        intent.current = undefined;
        const [answer = {}] = Object.values(data);
        if (isRefused(answer)) {
          setNotDone({
            message: answer.message,
            nextStep: answer.nextStep,
            field: answer.field ?? null,
          });
          toFirstWrong();
          return undefined;
        }
        setNotDone(null);
        return answer as never;
      } catch (fault) {
        if (!(fault instanceof Fault)) throw fault;
        setNotDone({ ...say().faults[fault.code], field: null });
        return undefined;
      } finally {
        setBusy(false);
      }
    },
  };
}
