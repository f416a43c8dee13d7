import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { randomFrom, type Random } from '../../src/seed/random.js';
import { Journal, type Answer, type Shop, type Wish } from './shop.js';

const REPLAYED_SHARE = 0.1;
// A phone tries again after about this long; with 200 of them the server is asked without a break.
const RETRY_MS = 60;

export interface Storm {
  readonly journal: Journal;
  /** Clients finish the order they are at, however long the shop is down, and stop. */
  end(): Promise<void>;
}

/** `clients` people who order without a break, each until a definite answer; a tenth asks twice for the same order. */
export function storm(shop: Shop, clients: number, seed: string): Storm {
  const journal = new Journal();
  const over = new AbortController();
  const client = async (number: number): Promise<void> => {
    const random = randomFrom(`${seed}/${number}`);
    while (!over.signal.aborted) {
      const wish = wishOf(shop, random, number);
      journal.note(wish.key, await insist(shop, wish));
      if (random.chance(REPLAYED_SHARE)) journal.note(wish.key, await insist(shop, wish));
    }
  };
  const all = Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  return {
    journal,
    end: async () => {
      over.abort();
      await all;
    },
  };
}

/** Sends the same wish until somebody says yes or no. */
async function insist(shop: Shop, wish: Wish): Promise<Answer> {
  for (;;) {
    try {
      return await shop.order(wish);
    } catch {
      await pause(RETRY_MS);
    }
  }
}

function wishOf(shop: Shop, random: Random, trader: number): Wish {
  // Every fourth order is for the first line: the hot one.
  const line = random.chance(0.25) ? 0 : random.integer(0, shop.lines.length - 1);
  return { key: randomUUID(), line, grams: random.integer(1, 5) * 1_000, trader };
}
