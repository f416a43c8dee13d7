import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Logger as QueueLogger, run, type Runner } from 'graphile-worker';
import { waits } from '../database/outage.js';
import { Clockwork } from './clockwork.js';
import { Handlers } from './handlers.js';
import type { EventEnvelope } from './outbox.js';

const log = new Logger('worker');

/** Runs the job queue in this process: events of the outbox and the clockwork. */
@Injectable()
export class Worker {
  #runner: Runner | undefined;
  #isStopping = false;

  constructor(
    private readonly handlers: Handlers,
    private readonly clockwork: Clockwork,
  ) {}

  async start(connectionString: string): Promise<void> {
    const runner = await this.#run(connectionString);
    this.#runner = runner;
    // The queue gives up when the database goes away; it is started again until it is stopped on purpose.
    void runner.promise
      .catch((fault: unknown) => log.warn(`queue stopped: ${String(fault)}`))
      .then(() => this.#startAgain(connectionString));
    if (this.#isStopping) await this.stop();
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.#runner?.stop().catch(() => undefined);
  }

  async #startAgain(connectionString: string): Promise<void> {
    for (const ms of waits()) {
      await pause(ms, undefined, { ref: false });
      if (this.#isStopping) return;
      try {
        return await this.start(connectionString);
      } catch (fault) {
        log.warn(`queue does not start yet: ${String(fault)}`);
      }
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
