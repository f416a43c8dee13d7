import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { randomFrom, type Random } from '../../src/seed/random.js';
import { Journal, type Answer, type Shop, type Wish } from './shop.js';

const REPLAYED_SHARE = 0.1;
// A phone tries again after this long; with their thinking, 200 of them leave a shop that starts again some of the machine.
const RETRY_MS = 1_000;
const LONGEST_THINKING_MS = 2_000;

export interface Storm {
  readonly journal: Journal;
  /** Until so many more answers have come. Throws with what was seen when the patience is over. */
  answers(more: number): Promise<void>;
  /** Clients finish the order they are at, however long the shop is down, and stop. */
  end(): Promise<void>;
}

/**
 * `clients` people who order one thing after the other, each until a definite answer; a tenth asks twice for the same order.
 * When the patience is over they stop wherever they are, and what they were asking for stays unknown.
 */
export function storm(shop: Shop, clients: number, seed: string, patience: AbortSignal): Storm {
  const journal = new Journal();
  const over = new AbortController();
  const client = async (number: number): Promise<void> => {
    const random = randomFrom(`${seed}/${number}`);
    while (!over.signal.aborted && !patience.aborted) {
      const wish = wishOf(shop, random, number);
      const times = random.chance(REPLAYED_SHARE) ? 2 : 1;
      journal.ask(wish.key);
      for (let time = 1; time <= times; time += 1) {
        const answer = await insist(() => shop.order(wish), patience);
        if (answer) journal.note(wish.key, answer);
      }
      await pause(random.integer(0, LONGEST_THINKING_MS));
    }
  };
  const all = Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  return {
    journal,
    answers: async (more) => {
      const enough = journal.answers + more;
      while (journal.answers < enough) {
        if (patience.aborted) throw new Error(`out of patience after ${journal.answers} answers`);
        await pause(5);
      }
    },
    end: async () => {
      over.abort();
      await all;
    },
  };
}

/** Asks the same again until somebody says yes or no; undefined when the patience is over. */
export async function insist(
  ask: () => Promise<Answer>,
  patience: AbortSignal,
): Promise<Answer | undefined> {
  while (!patience.aborted) {
    try {
      return await ask();
    } catch {
      await pause(RETRY_MS);
    }
  }
  return undefined;
}

function wishOf(shop: Shop, random: Random, trader: number): Wish {
  // Every fourth order is for the first line: the hot one.
  const line = random.chance(0.25) ? 0 : random.integer(0, shop.lines.length - 1);
  return { key: randomUUID(), line, grams: random.integer(1, 5) * 1_000, trader };
}
