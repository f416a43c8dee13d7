import { parentPort } from 'node:worker_threads';
import { provenCheapest } from '../domain/allocation/cheapest/proven.js';
import type { Purchase, Solved } from '../domain/allocation/cheapest/problem.js';
import { MOST_SECONDS, solveWithHighs } from './highs.js';

const solve = solveWithHighs(MOST_SECONDS);

parentPort?.on('message', ({ id, purchase }: { id: number; purchase: Purchase }) => {
  const answer = (told: { solved: Solved } | { fault: string }): void => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    parentPort?.postMessage({ id, ...told });
  };
  provenCheapest(purchase, solve).then(
    (solved) => answer({ solved }),
    (fault: unknown) => answer({ fault: String(fault) }),
  );
});
