import DataLoader from 'dataloader';

/**
 * One batch per request for one kind of thing. `inOrder` answers the ids in the order asked, undefined where there is none;
 * what depends on who asks reads it from the request. The request's context is the key, so nothing one person loaded can ever
 * be shown to another.
 */
export class PerRequestLoader<Key extends string, Thing, Request extends object = object> {
  readonly #perRequest = new WeakMap<object, DataLoader<Key, Thing>>();

  constructor(
    private readonly inOrder: (keys: readonly Key[], request: Request) => Promise<readonly Thing[]>,
  ) {}

  load(request: Request, key: Key): Promise<Thing> {
    let loader = this.#perRequest.get(request);
    if (!loader) {
      loader = new DataLoader((keys: readonly Key[]) => this.inOrder(keys, request), {
        maxBatchSize: 500,
      });
      this.#perRequest.set(request, loader);
    }
    return loader.load(key);
  }
}

/** Puts rows into the order of the keys they were asked by. */
export function inOrderOf<Thing>(
  keys: readonly string[],
  things: readonly Thing[],
  keyOf: (thing: Thing) => string,
): (Thing | undefined)[] {
  const byKey = new Map(things.map((thing) => [keyOf(thing), thing]));
  return keys.map((key) => byKey.get(key));
}
