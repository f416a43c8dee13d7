import { EventEmitter } from 'node:events';
import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { Purchase } from '../domain/allocation/cheapest/problem.js';
import { SolverThread, type Job, type Thread } from './solver-thread.js';

/** A thread that answers when it is told to. */
class ToldThread extends EventEmitter {
  readonly jobs: Job[] = [];
  isTerminated = false;

  postMessage(job: Job): void {
    this.jobs.push(job);
  }
  terminate(): void {
    this.isTerminated = true;
  }
  answer(grams: number): void {
    this.emit('message', { solved: { amounts: [grams], boundVnd: null } });
  }
}

const JOB: Job = { purchase: { offers: [] } as unknown as Purchase, isProven: true };

describe('the thread purchases are solved in', () => {
  let threads: ToldThread[];
  let solver: SolverThread;

  beforeEach(() => {
    jest.useFakeTimers();
    jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    threads = [];
    solver = new SolverThread(() => {
      const thread = new ToldThread();
      threads.push(thread);
      return thread as unknown as Thread;
    });
  });
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('is asked one purchase at a time and answers each its own', async () => {
    const answers = [solver.ask(JOB), solver.ask(JOB)];
    expect(threads[0]?.jobs).toHaveLength(1);
    threads[0]?.answer(1);
    expect(threads[0]?.jobs).toHaveLength(2);
    threads[0]?.answer(2);
    expect(await Promise.all(answers)).toMatchObject([{ amounts: [1] }, { amounts: [2] }]);
  });

  it('AL-17: what waits its turn is not timed: a long queue before it loses nothing', async () => {
    const answers = [solver.ask(JOB), solver.ask(JOB), solver.ask(JOB)];
    for (const grams of [1, 2, 3]) {
      jest.advanceTimersByTime(20_000);
      threads[0]?.answer(grams);
    }
    expect(await Promise.all(answers)).toMatchObject([
      { amounts: [1] },
      { amounts: [2] },
      { amounts: [3] },
    ]);
    expect(threads).toHaveLength(1);
  });

  it.each([
    ['is silent', (): unknown => jest.advanceTimersByTime(30_000)],
    ['breaks', (): unknown => threads[0]?.emit('error', new Error('out of memory'))],
  ])('a thread that %s costs what it was at; the next thread does the rest', async (_, lose) => {
    const answers = [solver.ask(JOB), solver.ask(JOB)];
    lose();
    expect(threads[0]?.isTerminated).toBe(true);
    threads[0]?.answer(9);
    threads[1]?.answer(2);
    expect(await Promise.all(answers)).toMatchObject([undefined, { amounts: [2] }]);
  });

  it('AL-17: when too many wait, whoever asks is told to ask again in a few seconds', () => {
    for (let count = 0; count < 9; count++) void solver.ask(JOB);
    expect(() => solver.ask(JOB)).toThrow('Nhiều người đang hỏi cùng lúc. Thử lại sau ít giây.');
  });
});
