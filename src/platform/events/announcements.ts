import { EventEmitter, on } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { CalmClient } from '../database/calm-client.js';
import { waits } from '../database/outage.js';
import type { Tx } from '../database/unit-of-work.js';

/** Channels and what is said on them; features add theirs by declaration merging. */
// oxlint-disable-next-line typescript/no-empty-object-type
export interface Channels {}

const CHANNEL = 'announcements';
const CONNECT_PATIENCE_MS = 5_000;
const log = new Logger('announcements');

/** Tells every open screen, whichever process it hangs on, that something moved: LISTEN on one connection a process. */
@Injectable()
export class Announcements implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #heard = new EventEmitter().setMaxListeners(0);
  #client: CalmClient | undefined;
  #isStopping = false;

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.#connect();
  }

  async onApplicationShutdown(): Promise<void> {
    this.#isStopping = true;
    await this.#client?.end().catch(() => undefined);
  }

  /** Heard by all processes when `tx` commits. Called by event handlers only: a notify in a hot write would queue its commits. */
  async tell<Name extends keyof Channels & string>(
    tx: Tx,
    channel: Name,
    said: Channels[Name],
  ): Promise<void> {
    await tx.query(`select pg_notify('${CHANNEL}', $1)`, [JSON.stringify({ channel, said })]);
  }

  /** What is said on a channel from now on, as far as `pick` makes something of it. */
  listen<Name extends keyof Channels & string, Shown>(
    channel: Name,
    pick: (said: Channels[Name]) => Shown | undefined | Promise<Shown | undefined>,
  ): AsyncIterableIterator<Shown> {
    const heard = on(this.#heard, channel);
    return {
      async next() {
        for (;;) {
          const { done, value } = await heard.next();
          if (done) return { done, value: undefined };
          const shown = await pick((value as [Channels[Name]])[0]);
          if (shown !== undefined) return { done: false, value: shown };
        }
      },
      async return() {
        await heard.return?.();
        return { done: true, value: undefined };
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }

  async #connect(): Promise<void> {
    const { options } = this.dataSource;
    const client = new CalmClient({
      connectionString: 'url' in options ? options.url : undefined,
      connectionTimeoutMillis: CONNECT_PATIENCE_MS,
      keepAlive: true,
    });
    client.on('notification', ({ payload }) => {
      const { channel, said } = JSON.parse(payload ?? '{}') as { channel: string; said: unknown };
      this.#heard.emit(channel, said);
    });
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
    } catch (fault) {
      await client.end().catch(() => undefined);
      throw fault;
    }
    // A try that failed ends as well; only a connection that listened may call for the next one.
    client.once('end', () => void this.#connectAgain());
    this.#client = client;
    if (this.#isStopping) await client.end();
  }

  async #connectAgain(): Promise<void> {
    for (const ms of waits()) {
      if (this.#isStopping) return;
      try {
        return await this.#connect();
      } catch (fault) {
        log.warn(`not listening: ${String(fault)}`);
        await pause(ms, undefined, { ref: false });
      }
    }
  }
}
