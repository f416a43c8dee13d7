import { useEffect, useState } from 'preact/hooks';
import { ask } from '../api/ask.js';
import { Fault, isPassing } from '../api/fault.js';
import { nameOf, type Operation } from '../api/graphql.js';
import { isOnline } from '../api/line.js';
import { locale } from '../words/words.js';
import { phoneStore, settled } from './phone.js';

export interface Read<Result> {
  /** The newest answer known: from the server, or as it was kept on this phone. */
  data: Result | undefined;
  /** When the server was asked for it. */
  at: Date | undefined;
  /** True when the data is what the phone kept and the server could not be asked. */
  isKept: boolean;
  isLoading: boolean;
  /** Why the server did not answer. */
  fault: Fault | undefined;
  refresh: () => void;
}

type Seen<Result> = Omit<Read<Result>, 'refresh'>;

const NOTHING: Seen<never> = {
  data: undefined,
  at: undefined,
  isKept: false,
  isLoading: true,
  fault: undefined,
};

/**
 * A query that works without signal: shows at once what the phone kept, then what the server says.
 * Asks again when the variables change, when an act has been settled, when the signal is back that was missing, and on
 * `refresh`.
 */
export function useRead<Result, Variables>(
  document: Operation<Result, Variables>,
  variables: Variables,
): Read<Result> {
  const key = readKey(document, variables);
  const [seen, setSeen] = useState<Seen<Result> & { key: string }>({ ...NOTHING, key });
  const [round, setRound] = useState(0);
  const current = seen.key === key ? seen : { ...NOTHING, key };

  useEffect(() => {
    let isMounted = true;
    const show = (change: (before: Seen<Result>) => Seen<Result>): void => {
      if (!isMounted) return;
      setSeen((before) => ({ ...change(before.key === key ? before : NOTHING), key }));
    };
    void showKept<Result>(key, show).then(() => askServer(document, variables, key, show));
    return () => {
      isMounted = false;
    };
    // Sentences of the server come in the language in use.
  }, [key, round, settled.value, locale.value]);

  const refresh = (): void => setRound((n) => n + 1);
  const isOwed = current.fault?.code === 'OFFLINE';
  useEffect(() => {
    if (isOwed && isOnline.value) refresh();
    // Only when the signal comes: what fails on a good line is not asked for over and over.
  }, [isOnline.value]);

  return { ...current, refresh };
}

type Show<Result> = (change: (before: Seen<Result>) => Seen<Result>) => void;

async function showKept<Result>(key: string, show: Show<Result>): Promise<void> {
  const kept = await phoneStore()
    .then((store) => store.read(key))
    .catch(withoutDisk);
  if (!kept) return;
  // An answer that is already on screen is never older than the one on disk.
  show((before) =>
    before.data === undefined
      ? { ...before, data: kept.value as Result, at: new Date(kept.at), isKept: true }
      : before,
  );
}

async function askServer<Result, Variables>(
  document: Operation<Result, Variables>,
  variables: Variables,
  key: string,
  show: Show<Result>,
): Promise<void> {
  const { at, keep } = asked(key);
  try {
    const data = await ask(document, variables);
    show(() => ({ data, at, isKept: false, isLoading: false, fault: undefined }));
    await keep(data);
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    // A server that says no has spoken: what was kept may no longer be shown as if it were true.
    show((before) =>
      isPassing(fault.code)
        ? { ...before, isLoading: false, isKept: before.data !== undefined, fault }
        : { ...NOTHING, isLoading: false, fault },
    );
  }
}

/**
 * Fetches an answer ahead, for a screen that will be opened where there is no signal.
 * Throws a `Fault` when the server cannot be asked.
 */
export async function keepForLater<Result, Variables>(
  document: Operation<Result, Variables>,
  variables: Variables,
): Promise<void> {
  const { keep } = asked(readKey(document, variables));
  await keep(await ask(document, variables));
}

let askings = 0;
/** Of each question the asking whose answer is kept. */
const keptOf = new Map<string, number>();

/** Asked now, by the profile in use: another may be in use when the answer comes. */
function asked(key: string): { at: Date; keep: (answer: unknown) => Promise<void> } {
  const nth = (askings += 1);
  const own = phoneStore().catch(withoutDisk);
  // Of the moment of asking: what is settled while the answer is on its way may not be in it.
  const at = new Date();
  const keep = async (answer: unknown): Promise<void> => {
    // Answers overtake each other on a poor line.
    if ((keptOf.get(key) ?? 0) > nth) return;
    keptOf.set(key, nth);
    const kept = { value: answer, at: at.getTime() };
    await own.then((store) => store?.keepRead(key, kept)).catch(withoutDisk);
  };
  return { at, keep };
}

const readKey = <Result, Variables>(
  document: Operation<Result, Variables>,
  variables: Variables,
): string => `${nameOf(document)} ${JSON.stringify(variables)}`;

/** A full or forbidden disk costs the reading without signal, never the reading itself. */
const withoutDisk = (): undefined => undefined;
