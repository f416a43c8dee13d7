import { newId } from '../offline/new-id.js';
import { begun, Intents, tell } from './intent.js';

/** A server that does one wish per id and answers a repeat as the first; `loses` answers on their way. */
class Server {
  readonly done = new Map<unknown, { wish: string; made: object }>();
  loses = 0;

  hear = (input: object): Promise<object> => {
    const { clientMutationId: id, ...wish } = input as { clientMutationId: unknown };
    const text = JSON.stringify(wish);
    const known = this.done.get(id);
    if (!known)
      this.done.set(id, { wish: text, made: { __typename: 'Order', id: this.done.size } });
    if (this.loses-- > 0) return Promise.reject(new Error('no signal'));
    return Promise.resolve(
      known && known.wish !== text
        ? { __typename: 'Refused', field: 'clientMutationId' }
        : (this.done.get(id)?.made ?? {}),
    );
  };
}

describe('one intent', () => {
  it('UX-08 pressed again after a lost answer, with another hour in it, opens what the first press made', async () => {
    const server = new Server();
    const intent = begun(newId());
    server.loses = 1;
    await expect(tell(intent, { kg: 500, at: '06:00:00' }, server.hear)).rejects.toThrow(
      'no signal',
    );
    expect(await tell(intent, { kg: 500, at: '06:00:07' }, server.hear)).toEqual({
      answer: { __typename: 'Order', id: 0 },
      isEarlier: true,
    });
    expect(server.done.size).toBe(1);
  });

  it('finds the press that arrived among several that did not', async () => {
    const server = new Server();
    const intent = begun(newId());
    const nowhere = (): Promise<object> => Promise.reject(new Error('no signal'));
    await expect(tell(intent, { at: 1 }, nowhere)).rejects.toThrow('no signal');
    server.loses = 1;
    await expect(tell(intent, { at: 2 }, server.hear)).rejects.toThrow('no signal');
    await expect(tell(intent, { at: 3 }, nowhere)).rejects.toThrow('no signal');
    expect(await tell(intent, { at: 4 }, server.hear)).toMatchObject({ isEarlier: true });
    expect([...server.done.values()].map(({ wish }) => wish)).toEqual(['{"at":2}']);
  });

  it('is what it says when nothing of it had arrived', async () => {
    const server = new Server();
    const intent = begun(newId());
    await expect(
      tell(intent, { kg: 500 }, () => Promise.reject(new Error('no signal'))),
    ).rejects.toThrow('no signal');
    expect(await tell(intent, { kg: 400 }, server.hear)).toMatchObject({ isEarlier: false });
    expect([...server.done.values()].map(({ wish }) => wish)).toEqual(['{"kg":400}']);
  });

  it('is refused when the id was used by a wish that this phone never had', async () => {
    const server = new Server();
    const id = newId();
    await tell(begun(id), { kg: 500 }, server.hear);
    expect(await tell(begun(id), { kg: 400 }, server.hear)).toEqual({
      answer: { __typename: 'Refused', field: 'clientMutationId' },
      isEarlier: false,
    });
  });
});

describe('the intents of one screen', () => {
  it('UX-08 keep what was begun for one row apart from the next, and from another deed on it', () => {
    const [confirm, contest] = [{}, {}];
    const intents = new Intents();
    const [first, second] = [begun(newId()), begun(newId())];
    intents.keep(confirm, 'a', first);
    expect([intents.of(confirm, 'b'), intents.of(contest, 'a')]).toEqual([undefined, undefined]);
    intents.keep(confirm, 'b', second);
    intents.keep(confirm, 'a', first);
    expect([intents.of(confirm, 'a'), intents.of(confirm, 'b')]).toEqual([first, second]);
    intents.end(first);
    expect([intents.of(confirm, 'a'), intents.of(confirm, 'b')]).toEqual([undefined, second]);
  });
});
