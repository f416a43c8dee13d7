import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Logger as QueueLogger, run, type Runner } from 'graphile-worker';
import { CalmClient } from '../database/calm-client.js';
import { waits } from '../database/outage.js';
import { Clockwork } from './clockwork.js';
import { Handlers } from './handlers.js';
import type { EventEnvelope } from './outbox.js';

const log = new Logger('worker');

// Any number that nothing else locks.
const SEAT = 218_026;

const TAKE_SEAT = `select pg_advisory_lock(${SEAT})`;

/** Whoever locked these is gone, because the seat is free only then; the queue itself would wait four hours for it. */
const UNLOCK_LEFT = `select graphile_worker.force_unlock_workers(
  array(select distinct locked_by from graphile_worker.jobs where locked_by is not null))`;

/**
 * Runs the job queue in this process: events of the outbox and the clockwork. One process at a time has the seat; another
 * waits for it, and begins with what its forerunner left half done.
 */
@Injectable()
export class Worker {
  #seat: CalmClient | undefined;
  #runner: Runner | undefined;
  #isStopping = false;

  constructor(
    private readonly handlers: Handlers,
    private readonly clockwork: Clockwork,
  ) {}

  /** Works in the background until it is stopped on purpose, also when the database was away meanwhile. */
  start(connectionString: string): void {
    void this.#workOn(connectionString);
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.#runner?.stop().catch(() => undefined);
    await this.#seat?.end().catch(() => undefined);
  }

  async #workOn(connectionString: string): Promise<void> {
    let pauses = waits();
    while (!this.#isStopping) {
      if (await this.#shift(connectionString)) pauses = waits();
      if (!this.#isStopping) await pause(pauses.next().value, undefined, { ref: false });
    }
  }

  /** From taking the seat until the database goes away, which ends the queue too. @returns whether the queue began */
  async #shift(connectionString: string): Promise<boolean> {
    // Whoever loses the seat loses the database, and the queue then ends by itself; stopping it meanwhile would ask the database.
    const seat = new CalmClient({ connectionString, keepAlive: true });
    this.#seat = seat;
    try {
      await seat.connect();
      await seat.query(TAKE_SEAT);
      await seat.query(UNLOCK_LEFT);
      if (this.#isStopping) return false;
      this.#runner = await this.#run(connectionString);
      if (this.#isStopping) await this.stop();
      await this.#runner.promise;
      return true;
    } catch (fault) {
      if (!this.#isStopping) log.warn(`queue stopped: ${String(fault)}`);
      return this.#runner !== undefined;
    } finally {
      this.#runner = undefined;
      await seat.end().catch(() => undefined);
    }
  }

  #run(connectionString: string): Promise<Runner> {
    const { works } = this.clockwork;
    return run({
      connectionString,
      concurrency: 4,
      maxPoolSize: 4,
      noHandleSignals: true,
      // Each job's end is written at once, but through the queue's batches: only those try again when the database is
      // away. Without them that fault is caught by nobody and ends the process.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      logger: new QueueLogger(() => (level, message) => {
        if (level === 'error' || level === 'warning') log.warn(message);
      }),
      // A work that is still waiting when its minute comes again is replaced, not queued twice.
      crontab: works
        .map(({ crontab, name }) => `${crontab} ${taskOf(name)} ?max=1&jobKey=${taskOf(name)}`)
        .join('\n'),
      taskList: {
        event: (payload) => this.handlers.deliver(payload as EventEnvelope),
        ...Object.fromEntries(works.map((work) => [taskOf(work.name), () => work.run()])),
      },
    });
  }
}

/** The queue's crontab allows no dot in a name. */
const taskOf = (name: string): string => name.replaceAll('.', ':');
