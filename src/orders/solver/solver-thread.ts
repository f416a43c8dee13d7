import { Logger } from '@nestjs/common';
import { busy } from '../../platform/graphql/faults.js';
import type { Purchase, Solved } from '../domain/allocation/cheapest/problem.js';

/** What the thread is asked; it answers in the order it was asked. */
export interface Job {
  readonly purchase: Purchase;
  /** Whether the answer is worth the seconds a proof of it takes. */
  readonly isProven: boolean;
}

export type Told = { readonly solved: Solved } | { readonly fault: string };

/** What is used of a worker thread. */
export interface Thread {
  postMessage(job: Job): void;
  on(event: 'message', listener: (told: Told) => void): unknown;
  on(event: 'error', listener: (fault: Error) => void): unknown;
  terminate(): unknown;
}

interface Asked {
  readonly job: Job;
  readonly settle: (solved: Solved | undefined) => void;
}

// The solver stops itself long before; after this the thread is taken for lost.
const LOST_MS = 30_000;
// Each takes up to a few seconds; whoever is further back is better served by asking again.
const MOST_WAITING = 8;

/** One thread that solves one purchase after another. What it has begun is timed, what waits is not. */
export class SolverThread {
  readonly #logger = new Logger(SolverThread.name);
  readonly #waiting: Asked[] = [];
  #thread: Thread | undefined;
  #begun: Asked | undefined;
  #lost: NodeJS.Timeout | undefined;

  constructor(private readonly open: () => Thread) {}

  /**
   * @returns undefined when the thread broke over this job or was lost with it
   * @throws GraphQLError when too many wait already
   */
  ask(job: Job): Promise<Solved | undefined> {
    if (this.#waiting.length >= MOST_WAITING) throw busy();
    return new Promise((settle) => {
      this.#waiting.push({ job, settle });
      this.#begin();
    });
  }

  async stop(): Promise<void> {
    clearTimeout(this.#lost);
    await this.#thread?.terminate();
  }

  #begin(): void {
    if (this.#begun) return;
    this.#begun = this.#waiting.shift();
    if (!this.#begun) return;
    this.#lost = setTimeout(() => this.#giveUp('no answer'), LOST_MS).unref();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    (this.#thread ??= this.#start()).postMessage(this.#begun.job);
  }

  #end(solved: Solved | undefined): void {
    clearTimeout(this.#lost);
    const ended = this.#begun;
    this.#begun = undefined;
    ended?.settle(solved);
    this.#begin();
  }

  #start(): Thread {
    const thread = this.open();
    const isOurs = (): boolean => thread === this.#thread;
    thread.on('message', (told) => {
      if (!isOurs()) return;
      if ('fault' in told) this.#logger.error(`a purchase was not solved: ${told.fault}`);
      this.#end('solved' in told ? told.solved : undefined);
    });
    thread.on('error', (fault) => {
      if (isOurs()) this.#giveUp(fault.message);
    });
    return thread;
  }

  /** Only what the thread was at is lost; what waits is asked of the next thread. */
  #giveUp(why: string): void {
    this.#logger.error(`the solver's thread is given up: ${why}`);
    void this.#thread?.terminate();
    this.#thread = undefined;
    this.#end(undefined);
  }
}
