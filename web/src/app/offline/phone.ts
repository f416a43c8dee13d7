import { computed, effect, signal } from '@preact/signals';
import { post } from '../api/ask.js';
import { Fault } from '../api/fault.js';
import { nameOf, textOf, type Operation } from '../api/graphql.js';
import { watchLine } from '../api/line.js';
import { uploadPhoto } from '../api/upload.js';
import { followOtherWindows, isElsewhere, profile, session, signedOut } from '../session.js';
import { toast } from '../ui/toast.js';
import { say } from '../words/words.js';
import { Outbox, type OutboxPorts } from './outbox.js';
import { PhoneStore, profilesOf } from './phone-store.js';
import {
  isUndone,
  unsentCount,
  variablesOf,
  verdictOf,
  type Verdict,
  type Waiting,
} from './queue.js';

/** Acts of this profile in the order they were written, settled ones of the last day among them. */
export const queue = signal<readonly Waiting[]>([]);
export const unsent = computed(() => unsentCount(queue.value));
export const isSending = computed(() => queue.value.some(({ state }) => state === 'sending'));
/** Grows with every act the server has settled; reads that may have changed look again. */
export const settled = computed(
  () => queue.value.filter(({ state }) => state === 'sent' || state === 'refused').length,
);

interface Opened {
  store: PhoneStore;
  outbox: Outbox;
}

let opened: { profile: string; ready: Promise<Opened> } | null = null;
let alarm: ReturnType<typeof setTimeout> | undefined;

// What was written as one household never leaves as another: it waits until its own profile is in use again.
const ELSEWHERE: Verdict = { kind: 'fault', code: 'OFFLINE' };
const isHere = (owner: string): boolean => profile.value === owner;

async function open(owner: string): Promise<Opened> {
  const store = new PhoneStore(owner);
  const outbox = await Outbox.open({
    store,
    send: (waiting) => (isHere(owner) ? send(waiting, owner) : Promise.resolve(ELSEWHERE)),
    upload: (photo) => (isHere(owner) ? upload(photo, owner) : Promise.resolve(ELSEWHERE)),
    now: Date.now,
    faults: () => say().faults,
    show: (acts) => {
      if (isHere(owner)) queue.value = acts;
    },
  });
  return { store, outbox };
}

const send = (waiting: Waiting, owner: string): Promise<Verdict> =>
  settledOrFault(async () =>
    verdictOf(await post(waiting.operation, waiting.text, variablesOf(waiting), owner)),
  );

const upload = (photo: Blob, owner: string): ReturnType<OutboxPorts['upload']> =>
  settledOrFault(async () => {
    const sent = await uploadPhoto(photo, owner);
    return 'id' in sent ? { kind: 'uploaded', id: sent.id } : { kind: 'refused', refusal: sent };
  });

async function settledOrFault<T>(ask: () => Promise<T>): Promise<T | Verdict> {
  try {
    return await ask();
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    if (fault.code === 'OTHER_PROFILE') isElsewhere.value = true;
    return { kind: 'fault', code: fault.code };
  }
}

/** What the profile in use keeps on this phone; opened once, however many ask at the same time. */
function phone(): Promise<Opened> {
  const owner = profile.value;
  if (opened?.profile === owner) return opened.ready;
  const before = opened?.ready;
  const ready = closed(before).then(() => open(owner));
  opened = { profile: owner, ready };
  // A disk that could not be opened is tried again by the next who asks.
  ready.catch(() => {
    if (opened?.ready === ready) opened = null;
  });
  return ready;
}

async function closed(before: Promise<Opened> | undefined): Promise<void> {
  const store = (await before?.catch(() => undefined))?.store;
  // What was asked of it in the same breath, as a form does that leaves for another profile, is still written.
  await new Promise((resolve) => setTimeout(resolve));
  store?.close();
}

export const phoneStore = async (): Promise<PhoneStore> => (await phone()).store;

/** The disk is full, or taken away: what was done just now is not on this phone. */
export const sayUnwritten = (): void => toast(say().unwritten);

/** The outbox gives these itself. */
type OutboxGives = 'clientMutationId' | 'expectedVersion';

interface Wish<Input> {
  /** Acts on one object keep their order: `lot:${id}`. */
  objectKey: string;
  /** One line for the waiting list: `Bán 500 kg na loại 1`. */
  title: string;
  input: Omit<Input, OutboxGives>;
  /** Version of the object the person saw; sent as `expectedVersion`. */
  baseVersion?: number;
  /** When the other side stops waiting for this answer. */
  expiresAt?: Date;
  /** As `shrinkPhoto` made it; its id is sent as `input.photoId`. */
  photo?: Blob;
  /** The draft the act is made of: gone in the moment the act is written. */
  draftKey?: string;
  /** Binding acts wait ten seconds before they leave (UX-05); true unless said. */
  isUndoable?: boolean;
}

/**
 * Writes an act down on the phone and sends it when it can. The mutation takes one `input`, to which the outbox
 * adds `clientMutationId` and, where a base version is given, `expectedVersion`. The document must select
 * `... on Refusal { code message nextStep }`, and `version` where the object has one.
 * @throws DOMException QuotaExceededError when the phone is full: nothing was saved
 */
export async function act<Result, Input extends object>(
  document: Operation<Result, { input: Input }>,
  wish: Wish<Input>,
): Promise<Waiting> {
  const written = {
    operation: nameOf(document),
    text: textOf(document),
    variables: { input: wish.input },
    objectKey: wish.objectKey,
    title: wish.title,
    baseVersion: wish.baseVersion ?? null,
    expiresAt: wish.expiresAt?.getTime() ?? null,
    photo: wish.photo ?? null,
  };
  const how = { isUndoable: wish.isUndoable ?? true, draftKey: wish.draftKey };
  const waiting = await phone()
    .then(({ outbox }) => outbox.write(written, how))
    .catch((fault: unknown) => {
      sayUnwritten();
      throw fault;
    });
  void navigator.storage?.persist?.();
  void sendNow();
  return waiting;
}

/** Takes an act back; false when it has already left the phone. */
export const forget = async (id: string): Promise<boolean> => (await phone()).outbox.forget(id);

/** Takes an act back, or says that it is too late for that. */
export async function takeBack(id: string, whenTakenBack?: () => void): Promise<void> {
  if (await forget(id)) whenTakenBack?.();
  else toast(say().tooLate);
}

/** Says that an act is written, with the way back for as long as it has not left. */
export const noted = (text: string, { id, notBefore }: Waiting, whenTakenBack?: () => void): void =>
  toast(text, () => void takeBack(id, whenTakenBack), notBefore);

export async function sendAgain(id: string): Promise<void> {
  await (await phone()).outbox.again(id);
  await sendNow();
}

/** Sends what waits, in one tab only, and sets the clock for what must wait longer. */
export async function sendNow(): Promise<void> {
  const { outbox } = await phone();
  const run = (lock: Lock | null): Promise<void> => (lock ? outbox.replay() : Promise.resolve());
  if (navigator.locks) await navigator.locks.request('outbox', { ifAvailable: true }, run);
  else await outbox.replay();
  clearTimeout(alarm);
  const at = outbox.wakeAt;
  if (at !== undefined) alarm = setTimeout(() => void sendNow(), Math.max(0, at - Date.now()));
}

/** Replay on start, on focus, when the signal returns, and by timer: no phone's background sync is relied on. */
export function startSending(): void {
  followOtherWindows();
  watchLine(() => void sendNow());
  addEventListener('focus', () => void sendNow());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void sendNow();
  });
  addEventListener('beforeunload', (leaving) => {
    if (unsent.value > 0) leaving.preventDefault();
  });
  effect(() => {
    if (profile.value) void sendNow();
  });
}

/** What a profile has read is not left behind for whoever takes the phone next. */
export const forgetReads = async (): Promise<void> => (await phoneStore()).dropReads();

/** Acts of all profiles of the person but the one in use that the server has not taken: never sent, or refused. */
export async function undoneElsewhere(): Promise<number> {
  const inUse = profile.value;
  const others = (await profilesOf(session.value?.personId ?? inUse)).filter(
    (one) => one !== inUse,
  );
  const counts = others.map(async (other) => {
    const store = new PhoneStore(other);
    const acts = await store.all();
    store.close();
    return acts.filter(isUndone).length;
  });
  return (await Promise.all(counts)).reduce((sum, one) => sum + one, 0);
}

/** Forgets the person on this phone, every profile's reads, drafts and acts. The screen has asked about unsent acts before. */
export async function signOutHere(): Promise<void> {
  const inUse = profile.value;
  const owner = session.value?.personId ?? inUse;
  clearTimeout(alarm);
  await closed(opened?.ready);
  opened = null;
  await PhoneStore.wipe(owner, inUse);
  queue.value = [];
  signedOut();
}
