import { jest } from '@jest/globals';
import { asking, isOnline, watchLine } from './line.js';

describe('whether the server can be reached', () => {
  const phone = new EventTarget();
  const says = (word: 'offline' | 'online'): boolean => phone.dispatchEvent(new Event(word));
  /** How the phone's own questions end, each when it is told to. */
  let ends: { well: () => void; badly: () => void }[] = [];
  const heard = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  beforeAll(async () => {
    Object.assign(globalThis, { addEventListener: phone.addEventListener.bind(phone) });
    jest.useFakeTimers({ doNotFake: ['setImmediate'] });
    jest.spyOn(globalThis, 'fetch').mockImplementation(
      () =>
        new Promise((resolve, reject) =>
          ends.push({
            well: () => resolve(new Response()),
            badly: () => reject(new Error('no signal')),
          }),
        ),
    );
    watchLine(() => undefined);
    ends.shift()?.well();
    await heard();
  });
  beforeEach(() => (ends = []));
  afterAll(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
    Reflect.deleteProperty(globalThis, 'addEventListener');
  });

  it('takes the end of a question as the state of the line', () => {
    asking()(false);
    expect(isOnline.value).toBe(false);
    asking()(true);
    expect(isOnline.value).toBe(true);
  });

  it('an answer to what was asked before the signal went does not bring it back', async () => {
    const told = asking();
    says('offline');
    told(true);
    expect(isOnline.value).toBe(false);

    says('online');
    ends.shift()?.well();
    await heard();
    expect(isOnline.value).toBe(true);
  });

  it('a question that was lost before the signal came does not take it away', async () => {
    says('offline');
    const told = asking();
    says('online');
    ends.shift()?.well();
    await heard();
    told(false);
    expect(isOnline.value).toBe(true);
  });

  it('what was asked without the phone’s mast and is answered all the same has found the server', () => {
    says('offline');
    asking()(true);
    expect(isOnline.value).toBe(true);
  });
});
