import { EventEmitter, on } from 'node:events';
import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import type { Tx } from '../platform/database/unit-of-work.js';

const CHANNEL = 'supply_changed';
const RECONNECT_MS = 2_000;
const log = new Logger('supply-changes');

/** Tells every open board, whichever process it hangs on, that figures moved: LISTEN on a connection of its own. */
@Injectable()
export class SupplyChanges implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #changes = new EventEmitter().setMaxListeners(0);
  #client: pg.Client | undefined;
  #isStopping = false;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.#connect();
  }

  async onApplicationShutdown(): Promise<void> {
    this.#isStopping = true;
    await this.#client?.end().catch(() => undefined);
  }

  /** Heard by all processes when `tx` commits. Called by event handlers only: a notify in a hot write would queue its commits. */
  async tell(tx: Tx): Promise<void> {
    await tx.query(`select pg_notify('${CHANNEL}', '')`);
  }

  listen(): AsyncIterableIterator<{ dataAt: Date }> {
    const heard = on(this.#changes, 'change');
    const clock = this.clock;
    return {
      async next() {
        const { done } = await heard.next();
        return done ? { done, value: undefined } : { done: false, value: { dataAt: clock.now() } };
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
    const client = new pg.Client({ connectionString: 'url' in options ? options.url : undefined });
    client.on('error', () => undefined);
    client.on('end', () => this.#connectLater());
    client.on('notification', () => this.#changes.emit('change'));
    this.#client = client;
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
  }

  #connectLater(): void {
    if (this.#isStopping) return;
    setTimeout(() => {
      this.#connect().catch((fault: unknown) => {
        log.warn(`not listening: ${String(fault)}`);
        this.#connectLater();
      });
    }, RECONNECT_MS).unref();
  }
}
