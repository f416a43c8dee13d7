import { parentPort } from 'node:worker_threads';
import { cheapestAmounts } from '../domain/allocation/cheapest/cheapest.js';
import { provenCheapest } from '../domain/allocation/cheapest/proven.js';
import type { Solved } from '../domain/allocation/cheapest/problem.js';
import { MOST_SECONDS, solveWithHighs } from './highs.js';
import type { Job, Told } from './solver-thread.js';

const solve = solveWithHighs(MOST_SECONDS);

const answered = async ({ purchase, isProven }: Job): Promise<Solved> =>
  isProven
    ? provenCheapest(purchase, solve)
    : { amounts: cheapestAmounts(purchase), boundVnd: null };

parentPort?.on('message', (job: Job) => {
  const answer = (told: Told): void => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    parentPort?.postMessage(told);
  };
  answered(job).then(
    (solved) => answer({ solved }),
    (fault: unknown) => answer({ fault: String(fault) }),
  );
});
