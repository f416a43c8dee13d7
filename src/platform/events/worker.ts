import { Injectable, Logger } from '@nestjs/common';
import { Logger as QueueLogger, run, type Runner } from 'graphile-worker';
import { Clockwork } from './clockwork.js';
import { Handlers } from './handlers.js';
import type { EventEnvelope } from './outbox.js';

const log = new Logger('worker');

// The queue gives up when the database goes away; it is started again until it is stopped on purpose.
const RESTART_MS = 1_000;

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
    this.#runner = await this.#run(connectionString);
    void this.#runner.promise
      .catch((fault: unknown) => log.warn(`queue stopped: ${String(fault)}`))
      .then(() => this.#startAgain(connectionString));
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.#runner?.stop().catch(() => undefined);
  }

  #startAgain(connectionString: string): void {
    if (this.#isStopping) return;
    setTimeout(() => {
      this.start(connectionString).catch(() => this.#startAgain(connectionString));
    }, RESTART_MS).unref();
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
