import { Worker } from 'node:worker_threads';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { cheapestAmounts } from '../domain/allocation/cheapest/cheapest.js';
import { provenCheapest } from '../domain/allocation/cheapest/proven.js';
import type { Purchase, Solved } from '../domain/allocation/cheapest/problem.js';
import { MOST_SECONDS, solveWithHighs } from './highs.js';
import { SolverThread } from './solver-thread.js';

/** Sources that were not built (tests, bench) cannot be read by a thread and are run where they stand. */
const FILE = import.meta.url.endsWith('.js')
  ? new URL('./solver.worker.js', import.meta.url)
  : undefined;

/**
 * Solves purchases in a thread beside the server's, one after another, so that no request waits for arithmetic. A
 * thread that breaks or is lost costs the proof and nothing else: the answer is then searched for here.
 */
@Injectable()
export class CheapestSolver implements OnApplicationShutdown {
  readonly #thread = FILE && new SolverThread(() => opened(FILE));

  /**
   * The cheapest amounts and how near they are proven to be.
   * @throws GraphQLError UNAVAILABLE when too many wait already
   */
  async solve(purchase: Purchase): Promise<Solved> {
    if (!this.#thread) return provenCheapest(purchase, solveWithHighs(MOST_SECONDS));
    return (await this.#thread.ask({ purchase, isProven: true })) ?? searched(purchase);
  }

  /** As `solve`, without the seconds of a proof: for a question that binds nobody to the last đồng. */
  async search(purchase: Purchase): Promise<Solved> {
    const solved = await this.#thread?.ask({ purchase, isProven: false });
    return solved ?? searched(purchase);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#thread?.stop();
  }
}

function opened(file: URL): Worker {
  const thread = new Worker(file);
  thread.unref();
  return thread;
}

const searched = (purchase: Purchase): Solved => ({
  amounts: cheapestAmounts(purchase),
  boundVnd: null,
});
