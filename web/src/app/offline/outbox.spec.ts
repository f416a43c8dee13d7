import { jest } from '@jest/globals';
import { vi } from '../words/vi.js';
import { Outbox, type OutboxStore } from './outbox.js';
import { unsentCount, variablesOf, type Act, type Verdict, type Waiting } from './queue.js';

const START = Date.parse('2026-11-23T06:00:00Z');
const DONE: Verdict = { kind: 'done', version: null };
const NO_SIGNAL: Verdict = { kind: 'fault', code: 'OFFLINE' };
const SOLD: Verdict = {
  kind: 'refused',
  refusal: { code: 'LOT_SOLD', message: 'Lô đã bán.', nextStep: 'Xem lô khác.' },
};

/** A disk that outlives the outbox, as IndexedDB outlives a page. */
class Disk implements OutboxStore {
  readonly #rows = new Map<number, Waiting>();
  #last = 0;

  all(): Promise<Waiting[]> {
    return Promise.resolve([...this.#rows.values()]);
  }
  add(act: Omit<Waiting, 'seq'>): Promise<Waiting> {
    const row = { ...act, seq: ++this.#last };
    this.#rows.set(row.seq, row);
    return Promise.resolve(row);
  }
  put(act: Waiting): Promise<void> {
    this.#rows.set(act.seq, act);
    return Promise.resolve();
  }
  remove(seq: number): Promise<void> {
    this.#rows.delete(seq);
    return Promise.resolve();
  }
}

const act = (title: string, more: Partial<Act> = {}): Act => ({
  operation: 'ReviseLot',
  text: 'mutation ReviseLot($input: ReviseLotInput!) { reviseLot(input: $input) { __typename } }',
  variables: { input: { title } },
  objectKey: 'lot:1',
  title,
  baseVersion: null,
  expiresAt: null,
  photo: null,
  ...more,
});

class Phone {
  now = START;
  shown: readonly Waiting[] = [];
  readonly sent: Waiting[] = [];
  /** What the server says to each act in turn; then done. */
  answers: Verdict[] = [];
  /** What becomes of each photo in turn; then it arrives as `photo-1`, `photo-2`… */
  uploads: Verdict[] = [];
  #photos = 0;

  constructor(readonly disk = new Disk()) {}

  open(): Promise<Outbox> {
    return Outbox.open({
      store: this.disk,
      send: (one) => {
        this.sent.push(one);
        return Promise.resolve(this.answers.shift() ?? DONE);
      },
      upload: () =>
        Promise.resolve(
          this.uploads.shift() ?? { kind: 'uploaded' as const, id: `photo-${++this.#photos}` },
        ),
      now: () => this.now,
      faults: () => vi.faults,
      show: (queue) => (this.shown = queue),
    });
  }

  get titlesSent(): string[] {
    return this.sent.map(({ title }) => title);
  }

  get states(): string[] {
    return this.shown.map(({ title, state }) => `${title}: ${state}`);
  }
}

const now = { isUndoable: false };

describe('the outbox', () => {
  it('UX-07 shows an act as soon as it is written, in a list of its own', async () => {
    const phone = new Phone();
    const outbox = await phone.open();
    const before = phone.shown;

    await outbox.write(act('first'), { isUndoable: true });

    expect(before).toEqual([]);
    expect(phone.shown.map(({ title }) => title)).toEqual(['first']);
  });

  it('UX-05 takes two quick taps for one act while it is being written, and no longer', async () => {
    const phone = new Phone();
    const outbox = await phone.open();

    const [first, second] = await Promise.all([
      outbox.write(act('yes'), now),
      outbox.write(act('no'), now),
      outbox.write(act('of another lot', { objectKey: 'lot:2' }), now),
      outbox.write(act('another deed', { operation: 'WithdrawLot' }), now),
    ]);
    expect(second.id).toBe(first.id);
    expect(phone.shown.map(({ title }) => title)).toEqual([
      'yes',
      'of another lot',
      'another deed',
    ]);

    await outbox.write(act('yes'), now);
    expect(phone.shown).toHaveLength(4);
  });

  it('UX-05 an act that the full phone did not take can be tried again', async () => {
    const phone = new Phone();
    const outbox = await phone.open();
    jest.spyOn(phone.disk, 'add').mockRejectedValueOnce(new DOMException('full'));
    await expect(outbox.write(act('a'), now)).rejects.toThrow('full');
    await outbox.write(act('a'), now);
    expect(phone.states).toEqual(['a: waiting']);
  });

  it('UX-08 sends acts on one object in the order they were written', async () => {
    const phone = new Phone();
    const outbox = await phone.open();
    for (const title of ['a', 'b', 'c']) await outbox.write(act(title), now);
    await outbox.replay();
    expect(phone.titlesSent).toEqual(['a', 'b', 'c']);
    expect(unsentCount(phone.shown)).toBe(0);
  });

  it('UX-08 sends the same id again after a lost answer, so that the act happens once', async () => {
    const phone = new Phone();
    const outbox = await phone.open();
    phone.answers = [NO_SIGNAL];
    const { id } = await outbox.write(act('a'), now);
    await outbox.replay();
    expect(phone.states).toEqual(['a: waiting']);
    await outbox.replay();
    expect(phone.sent.map((one) => variablesOf(one))).toEqual([
      { input: { title: 'a', clientMutationId: id } },
      { input: { title: 'a', clientMutationId: id } },
    ]);
  });

  it('UX-09 keeps every act through a reload, in order, and what was on its way waits again', async () => {
    const phone = new Phone();
    const outbox = await phone.open();
    await outbox.write(act('a'), now);
    await outbox.write(act('b'), now);
    const [first] = await phone.disk.all();
    await phone.disk.put({ ...(first as Waiting), state: 'sending' });

    const reloaded = new Phone(phone.disk);
    await reloaded.open();
    expect(reloaded.states).toEqual(['a: waiting', 'b: waiting']);
  });

  it('UX-10 stops at the first sign of no signal instead of trying every act', async () => {
    const phone = new Phone();
    const outbox = await phone.open();
    phone.answers = [NO_SIGNAL];
    await outbox.write(act('a'), now);
    await outbox.write(act('b', { objectKey: 'lot:2' }), now);
    await outbox.replay();
    expect(phone.titlesSent).toEqual(['a']);
    expect(outbox.wakeAt).toBe(START + 5_000);
  });

  it('UX-10 waits longer after each failure, a minute at most', async () => {
    const phone = new Phone();
    const outbox = await phone.open();
    phone.answers = Array.from({ length: 6 }, () => NO_SIGNAL);
    await outbox.write(act('a'), now);
    const rests: number[] = [];
    for (let i = 0; i < 6; i++) {
      await outbox.replay();
      rests.push((outbox.wakeAt ?? 0) - START);
    }
    expect(rests).toEqual([5_000, 15_000, 30_000, 60_000, 60_000, 60_000]);
  });

  it('AP-05 a refused act stays visible with its sentence and does not block the others', async () => {
    const phone = new Phone();
    const outbox = await phone.open();
    phone.answers = [SOLD];
    await outbox.write(act('a'), now);
    await outbox.write(act('b', { objectKey: 'lot:2' }), now);
    await outbox.replay();
    expect(phone.states).toEqual(['a: refused', 'b: sent']);
    expect(phone.shown[0]?.refusal?.message).toBe('Lô đã bán.');
    expect(unsentCount(phone.shown)).toBe(0);
  });

  it('a refused act can be sent again or dropped, a sent one cannot be taken back', async () => {
    const phone = new Phone();
    const outbox = await phone.open();
    phone.answers = [SOLD];
    const { id } = await outbox.write(act('a'), now);
    await outbox.replay();
    await outbox.again(id);
    expect(phone.states).toEqual(['a: waiting']);
    await outbox.replay();
    expect(phone.states).toEqual(['a: sent']);
    expect(await outbox.forget(id)).toBe(false);
  });

  it('UX-05 holds an act for ten seconds, in which it can be undone and never reaches the server', async () => {
    const phone = new Phone();
    const outbox = await phone.open();
    const { id } = await outbox.write(act('a'), { isUndoable: true });
    await outbox.replay();
    phone.now += 9_999;
    await outbox.replay();
    expect(phone.titlesSent).toEqual([]);
    expect(outbox.wakeAt).toBe(START + 10_000);
    expect(await outbox.forget(id)).toBe(true);
    phone.now += 1;
    await outbox.replay();
    expect(phone.titlesSent).toEqual([]);
    expect(await phone.disk.all()).toEqual([]);
  });

  it('sends at once what was written down while the clock of the phone ran days ahead', async () => {
    const phone = new Phone();
    phone.now += 3 * 24 * 3_600_000;
    const outbox = await phone.open();
    await outbox.write(act('a'), { isUndoable: true });
    phone.now = START;
    await outbox.replay();
    expect(phone.states).toEqual(['a: sent']);
  });

  it('UX-05 an act taken back in another window is not sent by this one, nor comes back', async () => {
    const phone = new Phone();
    const [one, other] = [await phone.open(), await phone.open()];
    const undone = await one.write(act('undone'), now);
    const sentByOther = await one.write(act('sent', { objectKey: 'lot:2' }), now);
    await other.forget(undone.id);
    await other.replay();
    await one.replay();
    expect(phone.titlesSent).toEqual(['sent']);
    expect((await phone.disk.all()).map(({ id, state }) => [id, state])).toEqual([
      [sentByOther.id, 'sent'],
    ]);
  });

  it('holds later acts of an object while an earlier one can still be undone', async () => {
    const phone = new Phone();
    const outbox = await phone.open();
    await outbox.write(act('a'), { isUndoable: true });
    await outbox.write(act('b'), now);
    await outbox.replay();
    expect(phone.titlesSent).toEqual([]);
    phone.now += 10_000;
    await outbox.replay();
    expect(phone.titlesSent).toEqual(['a', 'b']);
  });

  it('UX-08 moves our own later acts to the version our earlier act made', async () => {
    const phone = new Phone();
    const outbox = await phone.open();
    phone.answers = [{ kind: 'done', version: 4 }];
    await outbox.write(act('a', { baseVersion: 3 }), now);
    await outbox.write(act('b', { baseVersion: 3 }), now);
    await outbox.replay();
    expect(phone.sent.map((one) => variablesOf(one)['input'])).toMatchObject([
      { expectedVersion: 3 },
      { expectedVersion: 4 },
    ]);
  });

  it('tries a fault of the system five times, then sets the act aside with a next step', async () => {
    const phone = new Phone();
    const outbox = await phone.open();
    phone.answers = Array.from({ length: 5 }, () => ({ kind: 'fault', code: 'INTERNAL' }));
    await outbox.write(act('a'), now);
    for (let i = 0; i < 5; i++) {
      await outbox.replay();
      phone.now += 60_000;
    }
    expect(phone.states).toEqual(['a: refused']);
    expect(phone.shown[0]?.refusal).toEqual({ code: 'INTERNAL', ...vi.faults.INTERNAL });
  });

  it('waits for sign-in without counting a try, and refuses what may never succeed', async () => {
    const phone = new Phone();
    const outbox = await phone.open();
    phone.answers = [
      { kind: 'fault', code: 'UNAUTHENTICATED' },
      { kind: 'fault', code: 'FORBIDDEN' },
    ];
    await outbox.write(act('a'), now);
    await outbox.replay();
    expect(phone.shown[0]).toMatchObject({ state: 'waiting', tries: 0 });
    await outbox.replay();
    expect(phone.states).toEqual(['a: refused']);
  });

  it('forgets what was sent after a day and keeps what was refused', async () => {
    const phone = new Phone();
    const outbox = await phone.open();
    phone.answers = [SOLD];
    await outbox.write(act('a'), now);
    await outbox.write(act('b', { objectKey: 'lot:2' }), now);
    await outbox.replay();
    const later = new Phone(phone.disk);
    later.now += 24 * 3_600_000 + 1;
    await later.open();
    expect(later.states).toEqual(['a: refused']);
  });

  it('answers a second replay with the one that is running', async () => {
    const phone = new Phone();
    const outbox = await phone.open();
    await outbox.write(act('a'), now);
    await Promise.all([outbox.replay(), outbox.replay()]);
    expect(phone.titlesSent).toEqual(['a']);
  });

  it('sends a photo before its act, and never another one under the same key', async () => {
    const phone = new Phone();
    const outbox = await phone.open();
    phone.uploads = [NO_SIGNAL];
    phone.answers = [NO_SIGNAL];
    await outbox.write(act('a', { photo: new Blob(['na']) }), now);
    await outbox.replay();
    expect(phone.titlesSent).toEqual([]);
    await outbox.replay();
    await outbox.replay();
    expect(phone.sent.map(({ variables }) => variables)).toEqual([
      { input: { title: 'a', photoId: 'photo-1' } },
      { input: { title: 'a', photoId: 'photo-1' } },
    ]);
    expect(phone.shown[0]).toMatchObject({ state: 'sent', photo: null });
  });

  it('a refused photo refuses its act with the same sentence', async () => {
    const phone = new Phone();
    const outbox = await phone.open();
    phone.uploads = [SOLD];
    await outbox.write(act('a', { photo: new Blob(['na']) }), now);
    await outbox.replay();
    expect(phone.states).toEqual(['a: refused']);
    expect(phone.titlesSent).toEqual([]);
  });

  it('does nothing for acts it does not know', async () => {
    const phone = new Phone();
    const outbox = await phone.open();
    await outbox.again('none');
    expect(await outbox.forget('none')).toBe(false);
    expect(outbox.wakeAt).toBeUndefined();
  });
});
