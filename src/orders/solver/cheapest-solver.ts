import { Worker } from 'node:worker_threads';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { cheapestAmounts } from '../domain/allocation/cheapest/cheapest.js';
import { provenCheapest } from '../domain/allocation/cheapest/proven.js';
import type { Purchase, Solved } from '../domain/allocation/cheapest/problem.js';
import { MOST_SECONDS, solveWithHighs } from './highs.js';

type Settle = (solved: Solved | undefined) => void;

// The solver stops itself long before; after this the thread is taken for lost.
const LOST_MS = 30_000;
/** Sources that were not built (tests, bench) cannot be read by a thread and are run where they stand. */
const THREAD = import.meta.url.endsWith('.js')
  ? new URL('./solver.worker.js', import.meta.url)
  : undefined;

/**
 * Solves purchases in a thread beside the server's, one after another, so that no request waits for arithmetic. A
 * thread that breaks or is lost costs the proof and nothing else: the answer is then searched for here.
 */
@Injectable()
export class CheapestSolver implements OnApplicationShutdown {
  readonly #logger = new Logger(CheapestSolver.name);
  readonly #waiting = new Map<number, Settle>();
  #thread: Worker | undefined;
  #serial = 0;

  async solve(purchase: Purchase): Promise<Solved> {
    if (THREAD === undefined) return provenCheapest(purchase, solveWithHighs(MOST_SECONDS));
    const solved = await this.inThread(THREAD, purchase);
    return solved ?? { amounts: cheapestAmounts(purchase), boundVnd: null };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#thread?.terminate();
  }

  private inThread(file: URL, purchase: Purchase): Promise<Solved | undefined> {
    const thread = (this.#thread ??= this.start(file));
    const id = (this.#serial += 1);
    return new Promise((resolve) => {
      const lost = setTimeout(() => this.giveUp('no answer'), LOST_MS).unref();
      this.#waiting.set(id, (solved) => {
        clearTimeout(lost);
        this.#waiting.delete(id);
        resolve(solved);
      });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      thread.postMessage({ id, purchase });
    });
  }

  private start(file: URL): Worker {
    const thread = new Worker(file);
    thread.unref();
    thread.on(
      'message',
      ({ id, solved, fault }: { id: number; solved?: Solved; fault?: string }) => {
        if (fault !== undefined) this.#logger.error(`a purchase was not solved: ${fault}`);
        this.#waiting.get(id)?.(solved);
      },
    );
    thread.on('error', (fault) => this.giveUp(fault.message));
    return thread;
  }

  private giveUp(why: string): void {
    this.#logger.error(`the solver's thread is given up: ${why}`);
    void this.#thread?.terminate();
    this.#thread = undefined;
    for (const settle of this.#waiting.values()) settle(undefined);
  }
}
