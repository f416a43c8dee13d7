import { useRef, useState } from 'preact/hooks';
import { newId } from '../offline/new-id.js';
import { phoneStore } from '../offline/phone.js';
import { profile } from '../session.js';
import { toFirstWrong } from '../ui/point-out.js';
import { toast } from '../ui/toast.js';
import { say } from '../words/words.js';
import { ask } from './ask.js';
import { Fault } from './fault.js';
import type { Operation } from './graphql.js';
import { begun, Intents, tell, type Intent } from './intent.js';

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
  /** It was not the market that said no: nobody knows whether it was done. */
  isUnanswered?: true;
}

export interface Deed {
  isBusy: boolean;
  notDone: NotDone | null;
  /** The same where one deed serves several rows, when it was tried for this one. */
  notDoneFor(about: string): NotDone | null;
  /**
   * Answers undefined when it was refused or could not be sent; `notDone` says why.
   * @param about which row, where one deed serves several: what was pressed for one is never told again for another
   */
  run<Result extends Record<string, object>, Input extends { clientMutationId: unknown }>(
    document: Operation<Result, { input: Input }>,
    input: Omit<Input, 'clientMutationId'>,
    about?: string,
  ): Promise<Exclude<Result[keyof Result], Refused> | undefined>;
}

const isRefused = (answer: object): answer is Refused =>
  '__typename' in answer && answer.__typename === 'Refused';

/**
 * A deed that needs the server's word at once (another's stock, another's money). One intent is one id: pressed twice,
 * or sent again after a broken line, it is still the same deed; a definite answer ends the intent.
 * @param draftKey of the form, where its draft outlives the screen: then the intent does too
 */
export function useDeed(draftKey?: string): Deed {
  const intents = useRef(new Intents());
  const isRunning = useRef(false);
  const [isBusy, setBusy] = useState(false);
  const [notDone, setNotDone] = useState<NotDone | null>(null);
  const [tried, setTried] = useState('');
  return {
    isBusy,
    notDone,
    notDoneFor: (about) => (about === tried ? notDone : null),
    async run(document, input, about = '') {
      // Before the button is drawn as busy, a second tap may come.
      if (isRunning.current) return undefined;
      isRunning.current = true;
      setBusy(true);
      if (about !== tried) setNotDone(null);
      setTried(about);
      const as = profile.value;
      const intent =
        intents.current.of(document, about) ?? (await keptIntent(draftKey)) ?? begun(newId());
      intents.current.keep(document, about, intent);
      try {
        const { answer, isEarlier } = await tell(intent, input, async (wish) => {
          await keepIntent(draftKey, intent);
          const data = await ask(
            document as Operation<Record<string, object>, object>,
            { input: wish },
            as,
          );
          return Object.values(data)[0] ?? {};
        });
        intents.current.end(intent);
        await keepIntent(draftKey, undefined);
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
        if (isEarlier) toast(say().doneBefore);
        return answer as never;
      } catch (fault) {
        if (!(fault instanceof Fault)) throw fault;
        setNotDone({ ...say().faults[fault.code], field: null, isUnanswered: true });
        return undefined;
      } finally {
        isRunning.current = false;
        setBusy(false);
      }
    },
  };
}

const nameFor = (draftKey: string): string => `deed:${draftKey}`;

/** A phone without a disk only forgets the intent with the screen. */
const withoutDisk = (): undefined => undefined;

const keptIntent = async (draftKey: string | undefined): Promise<Intent | undefined> =>
  draftKey === undefined
    ? undefined
    : phoneStore()
        .then((store) => store.draft(nameFor(draftKey)) as Promise<Intent | undefined>)
        .catch(withoutDisk);

const keepIntent = async (
  draftKey: string | undefined,
  intent: Intent | undefined,
): Promise<void> =>
  draftKey === undefined
    ? undefined
    : phoneStore()
        .then((store) =>
          intent ? store.keepDraft(nameFor(draftKey), intent) : store.dropDraft(nameFor(draftKey)),
        )
        .catch(withoutDisk);
