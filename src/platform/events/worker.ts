import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Logger as QueueLogger, run, type Runner } from 'graphile-worker';
import { Clockwork } from './clockwork.js';
import { Handlers } from './handlers.js';
import type { EventEnvelope } from './outbox.js';

const log = new Logger('worker');

/** Runs the job queue in this process: events of the outbox and the clockwork. */
@Injectable()
export class Worker implements OnApplicationShutdown {
  #runner: Runner | undefined;

  constructor(
    private readonly handlers: Handlers,
    private readonly clockwork: Clockwork,
  ) {}

  async start(connectionString: string): Promise<void> {
    const works = this.clockwork.works;
    this.#runner = await run({
      connectionString,
      concurrency: 4,
      maxPoolSize: 4,
      noHandleSignals: true,
      logger: new QueueLogger(() => (level, message) => {
        if (level === 'error' || level === 'warning') log.warn(message);
      }),
      crontab: works.map(({ crontab, name }) => `${crontab} ${name} ?max=1`).join('\n'),
      taskList: {
        event: (payload) => this.handlers.deliver(payload as EventEnvelope),
        ...Object.fromEntries(works.map((work) => [work.name, () => work.run()])),
      },
    });
    // The runner's promise rejects when the database goes away; the supervisor of the process restarts it.
    this.#runner.promise.catch((fault: unknown) => log.warn(`queue stopped: ${String(fault)}`));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#runner?.stop().catch(() => undefined);
  }
}
