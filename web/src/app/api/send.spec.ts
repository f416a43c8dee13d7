import { jest } from '@jest/globals';
import { owe, send } from './send.js';

describe('what goes out to the server', () => {
  const kept = new Map<string, string>();
  const asked: string[] = [];
  /** What the server answers next, in turn; then an empty object. */
  let answers: (Response | Error)[] = [];

  beforeEach(() => {
    kept.clear();
    asked.length = 0;
    answers = [];
    Object.assign(globalThis, {
      localStorage: {
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, value: string) => kept.set(key, value),
        removeItem: (key: string) => kept.delete(key),
      },
    });
    jest.spyOn(globalThis, 'fetch').mockImplementation((_path, init) => {
      asked.push(String(init?.body));
      const answer = answers.shift() ?? new Response('{}');
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    });
  });
  afterEach(() => {
    jest.restoreAllMocks();
    Reflect.deleteProperty(globalThis, 'localStorage');
  });

  it('gives up an answer that begins and does not end', async () => {
    jest.spyOn(globalThis, 'fetch').mockImplementation((_path, init) =>
      Promise.resolve({
        status: 200,
        text: () =>
          new Promise<string>((_, reject) =>
            init?.signal?.addEventListener('abort', () => reject(new Error('aborted'))),
          ),
      } as Response),
    );
    await expect(send('/photos', new FormData(), 1)).rejects.toMatchObject({ code: 'OFFLINE' });
  });

  it('hands on what is no JSON as nothing, with its status', async () => {
    answers = [new Response('<html>', { status: 502 })];
    expect(await send('/graphql', 'ask', 1_000)).toEqual({ status: 502, body: null });
  });

  it('ID-05 tells of a sign-out that is owed before anything else, until it was heard', async () => {
    owe('sign out');
    answers = [new Error('no signal'), new Response('', { status: 503 })];
    await expect(send('/graphql', 'a', 1_000)).rejects.toMatchObject({ code: 'OFFLINE' });
    await expect(send('/graphql', 'b', 1_000)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await send('/graphql', 'c', 1_000);
    await send('/graphql', 'd', 1_000);
    expect(asked).toEqual(['sign out', 'sign out', 'sign out', 'c', 'd']);
  });
});
