import { newId } from './new-id.js';
import {
  afterVerdict,
  followers,
  isForgotten,
  nextMoment,
  nextToSend,
  recovered,
  restAfter,
  stopsTheQueue,
  UNDO_MS,
  withPhoto,
  type Act,
  type FaultSentences,
  type Verdict,
  type Waiting,
} from './queue.js';

/** Where acts survive a reload. `put` must have reached the disk before it answers. */
export interface OutboxStore {
  all(): Promise<Waiting[]>;
  /** Gives the act its place in the queue; the draft it was made of is gone in the same moment. */
  add(act: Omit<Waiting, 'seq'>, draftKey: string | undefined): Promise<Waiting>;
  put(act: Waiting): Promise<void>;
  remove(seq: number): Promise<void>;
}

interface HowWritten {
  readonly isUndoable: boolean;
  /** Of the form the act was written in. */
  readonly draftKey?: string;
}

export interface OutboxPorts {
  store: OutboxStore;
  /** Sends a photo and answers its id, or what came of it instead; never throws for an answer or the lack of one. */
  upload: (photo: Blob) => Promise<{ kind: 'uploaded'; id: string } | Verdict>;
  /** Sends one act and says what came of it; never throws for an answer or the lack of one. */
  send: (act: Waiting) => Promise<Verdict>;
  now: () => number;
  faults: () => FaultSentences;
  /** Told after every change, with the whole queue in order; a list once told never changes. */
  show: (queue: readonly Waiting[]) => void;
}

/** Writes made on this phone, sent in order, kept until the server has settled each of them. */
export class Outbox {
  private queue: Waiting[] = [];
  private run: Promise<void> | null = null;
  private failures = 0;
  private readonly writing = new Map<string, Promise<Waiting>>();

  private constructor(private readonly ports: OutboxPorts) {}

  /** Opens what an earlier visit left behind. */
  static async open(ports: OutboxPorts): Promise<Outbox> {
    const outbox = new Outbox(ports);
    for (const act of await ports.store.all()) {
      if (isForgotten(act, ports.now())) await ports.store.remove(act.seq);
      else outbox.queue.push(await outbox.recover(act));
    }
    outbox.show();
    return outbox;
  }

  /**
   * Writes the act down and answers once it is on disk. It goes out after its ten seconds of undo,
   * or at the next `replay` when `isUndoable` is false. The same deed on the same object, told again
   * before it is on disk, is a second tap: one act. Told later it is another one.
   * @throws DOMException QuotaExceededError when the phone is full: nothing was saved
   */
  write(act: Act, how: HowWritten): Promise<Waiting> {
    const tap = `${act.operation} ${act.objectKey}`;
    const writing =
      this.writing.get(tap) ?? this.writeAnew(act, how).finally(() => this.writing.delete(tap));
    this.writing.set(tap, writing);
    return writing;
  }

  private async writeAnew(act: Act, { isUndoable, draftKey }: HowWritten): Promise<Waiting> {
    const now = this.ports.now();
    const written = {
      ...act,
      id: newId(),
      createdAt: now,
      notBefore: isUndoable ? now + UNDO_MS : now,
      state: 'waiting',
      tries: 0,
      refusal: null,
      settledAt: null,
    } as const;
    const waiting = await this.ports.store.add(written, draftKey);
    if (!this.queue.some(({ id }) => id === waiting.id)) this.queue = [...this.queue, waiting];
    this.show();
    return waiting;
  }

  /** Takes back an act that has not left the phone, or drops a refused one. False when it is too late. */
  async forget(id: string): Promise<boolean> {
    this.queue = await this.ports.store.all();
    const act = this.queue.find((one) => one.id === id);
    if (!act || act.state === 'sending' || act.state === 'sent') return false;
    await this.ports.store.remove(act.seq);
    this.queue = this.queue.filter((one) => one.id !== id);
    this.show();
    return true;
  }

  /** Lets a refused act wait again, as it was written; the next `replay` sends it. */
  async again(id: string): Promise<void> {
    const act = this.queue.find((one) => one.id === id);
    if (act?.state !== 'refused') return;
    await this.keep({
      ...act,
      state: 'waiting',
      tries: 0,
      notBefore: 0,
      refusal: null,
      settledAt: null,
    });
  }

  /** Sends what may go, one by one. Runs once at a time; a second call waits for the first. */
  replay(): Promise<void> {
    this.run ??= this.sendAll().finally(() => {
      this.run = null;
    });
    return this.run;
  }

  /** Device time at which `replay` has something to do again; undefined when nothing waits. */
  get wakeAt(): number | undefined {
    const moment = nextMoment(this.queue);
    return moment && Math.max(moment, this.ports.now() + restAfter(this.failures));
  }

  private async sendAll(): Promise<void> {
    for (;;) {
      // Another window may have sent an act since, or taken it back; and nothing is on its way while this one sends.
      this.queue = (await this.ports.store.all()).map(recovered);
      this.show();
      const act = nextToSend(this.queue, this.ports.now());
      if (!act) return;
      await this.keep({ ...act, state: 'sending' });
      const [sent, verdict] = await this.send(act);
      await this.settle(sent, verdict);
      this.failures = stopsTheQueue(verdict) ? this.failures + 1 : 0;
      if (this.failures > 0) return;
    }
  }

  /** The photo first, where there is one, then the act. */
  private async send(act: Waiting): Promise<[Waiting, Verdict]> {
    if (!act.photo) return [act, await this.ports.send(act)];
    const uploaded = await this.ports.upload(act.photo);
    if (uploaded.kind !== 'uploaded') return [act, uploaded];
    const ready = withPhoto(act, uploaded.id);
    await this.keep({ ...ready, state: 'sending' });
    return [ready, await this.ports.send(ready)];
  }

  private async settle(act: Waiting, verdict: Verdict): Promise<void> {
    await this.keep(afterVerdict(act, verdict, this.ports.faults(), this.ports.now()));
    if (verdict.kind !== 'done') return;
    for (const follower of followers(this.queue, act, verdict.version)) await this.keep(follower);
  }

  private async recover(act: Waiting): Promise<Waiting> {
    const again = recovered(act);
    if (again !== act) await this.ports.store.put(again);
    return again;
  }

  private async keep(act: Waiting): Promise<void> {
    await this.ports.store.put(act);
    this.queue = this.queue.map((one) => (one.id === act.id ? act : one));
    this.show();
  }

  private show(): void {
    this.ports.show(this.queue);
  }
}
