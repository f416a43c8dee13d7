import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { CalmClient } from './calm-client.js';
import { isRoot } from './embedded-account.js';
import { findBinaries, type Binaries } from './embedded-binaries.js';
import { makeCluster, resetPassword, ROLE } from './embedded-cluster.js';
import {
  newPassword,
  openHome,
  openShelf,
  readCredentials,
  writeCredentials,
  type Credentials,
  type Home,
} from './embedded-home.js';
import { inUseBy, takeLock } from './embedded-lock.js';
import {
  findPostmaster,
  PostmasterDied,
  startPostmaster,
  stopPostmaster,
  untilGone,
} from './embedded-postmaster.js';

export interface EmbeddedPostgresOptions {
  readonly dataDir: string;
  /** Told in whole sentences what happens to the server. */
  readonly log: (sentence: string) => void;
  /** `lost` when the server died while running, `back` when it answers again at the same address. */
  readonly onChange?: (state: 'lost' | 'back') => void;
  /** Uses the server another process looks after, if one does: for a command beside the running product. */
  readonly joinsRunning?: boolean;
  /** Trades safety for speed: data may be lost when the machine stops. For tests alone. */
  readonly isDisposable?: boolean;
}

export interface EmbeddedPostgres {
  readonly url: string;
  stop(): Promise<void>;
}

const DATABASE = 'choluc_nam';
const JOIN_PATIENCE_MS = 30_000;

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  // The default is of turning disks; with it the planner shuns the index that reads two rows in their order.
  random_page_cost: '1.1',
  timezone: 'UTC',
  log_timezone: 'UTC',
};
const DISPOSABLE_SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * Starts the PostgreSQL that comes with the product, or adopts the one a killed process left behind, and
 * keeps it running until `stop`.
 *
 * @throws StartUpFault when the operator must act, for example when another process runs on this data
 */
export async function startEmbeddedPostgres(
  wishes: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const options = { ...wishes, dataDir: resolve(wishes.dataDir) };
  const { dataDir, log } = options;
  const home = await openHome(dataDir, log);
  const lock = await takeLock(home.directory);
  if (!lock) {
    if (options.joinsRunning) return joinRunning(dataDir);
    throw await inUseBy(home.directory);
  }
  try {
    const shelf = () => (isRoot() ? openShelf(log) : Promise.resolve(dataDir));
    const binaries = await findBinaries(home.account, shelf, log);
    const credentials = await readCredentials(dataDir);
    const server = new EmbeddedServer(options, home, binaries, {
      password: credentials?.password ?? newPassword(),
      port: credentials?.port ?? (await freePort()),
    });
    await server.start().catch(async (error: unknown) => {
      await server.stop();
      throw error;
    });
    const stop = async () => {
      await server.stop();
      await lock.release();
    };
    return { url: server.url(DATABASE), stop };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** The process that holds the lock may still be starting its server. */
async function joinRunning(dataDir: string): Promise<EmbeddedPostgres> {
  for (const deadline = Date.now() + JOIN_PATIENCE_MS; ; await pause(100)) {
    const credentials = await readCredentials(dataDir);
    const url = credentials && urlOf(credentials, DATABASE);
    const refusal = url ? await refusalOf(url) : 'not there yet';
    if (url && refusal === undefined) return { url, stop: () => Promise.resolve() };
    if (Date.now() > deadline)
      throw new Error(`the running PostgreSQL does not answer: ${refusal}`);
  }
}

class EmbeddedServer {
  #isStopping = false;
  #recovery: Promise<void> = Promise.resolve();

  constructor(
    private readonly options: EmbeddedPostgresOptions,
    private readonly home: Home,
    private readonly binaries: Binaries,
    private credentials: Credentials,
  ) {}

  url(database: string): string {
    return urlOf(this.credentials, database);
  }

  async start(): Promise<void> {
    const { dataDir, isDisposable = false } = this.options;
    // Written first: a password that initdb used and nobody remembers would lock us out.
    await writeCredentials(dataDir, this.credentials);
    await makeCluster(this.home, this.binaries, this.credentials.password, isDisposable);

    if (!(await this.#adopt())) await this.#launch();
    if ((await refusalOf(this.url('postgres'))) === WRONG_PASSWORD) {
      this.options.log('The remembered password of PostgreSQL does not fit; setting it anew.');
      await this.#halt();
      await resetPassword(this.home, this.binaries, this.credentials.password);
      await this.#launch();
    }
    await createDatabase(this.url('postgres'));
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.#recovery;
    await stopPostmaster(this.home);
  }

  /** True when a server runs on our data, the way we would run it, and takes our password. */
  async #adopt(): Promise<boolean> {
    let found = await findPostmaster(this.home);
    for (const deadline = Date.now() + 10_000; found && !found.isReady && Date.now() < deadline;) {
      await pause(20);
      found = await findPostmaster(this.home);
    }
    if (!found) return false;

    const isAsWeRunIt = found.commandLine === this.#command(found.port).join(' ');
    const known = { ...this.credentials, port: found.port };
    if (isAsWeRunIt && (await refusalOf(urlOf(known, 'postgres'))) === undefined) {
      this.options.log(`PostgreSQL was left running by a process that is gone; going on with it.`);
      await this.#moveTo(found.port);
      this.#watch(found.pid, untilGone(this.home, found.pid));
      return true;
    }
    this.options.log('PostgreSQL was left running in a way that does not fit; starting it anew.');
    await stopPostmaster(this.home);
    return false;
  }

  async #launch(): Promise<void> {
    if (!(await isFree(this.credentials.port))) await this.#moveTo(await freePort());
    // Processes of a killed server leave within moments; a port can be lost between choosing and using it.
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#startOnPort();
      } catch (error) {
        if (!(error instanceof PostmasterDied) || attempt === 20) throw asFault(error);
        if (error.lacksPort) await this.#moveTo(await freePort());
        else if (error.isTooEarly) await pause(250);
        else throw asFault(error);
      }
    }
  }

  async #startOnPort(): Promise<void> {
    const command = this.#command(this.credentials.port);
    const { child, postmaster } = await startPostmaster(this.home, command, this.options.log);
    const gone = new Promise<void>((settle) => child.once('exit', () => settle()));
    this.#watch(postmaster.pid, child.exitCode === null ? gone : Promise.resolve());
  }

  #watched: number | undefined;

  #watch(pid: number, gone: Promise<void>): void {
    this.#watched = pid;
    void gone.then(() => {
      if (!this.#isStopping && this.#watched === pid) this.#recovery = this.#comeBack();
    });
  }

  async #halt(): Promise<void> {
    this.#watched = undefined;
    await stopPostmaster(this.home);
  }

  /** Never gives up and never moves to another port: the rest of the product holds the address. */
  async #comeBack(): Promise<void> {
    const { log, onChange } = this.options;
    log('PostgreSQL ended by itself; starting it again.');
    onChange?.('lost');
    for (let delayMs = 100; !this.#isStopping; delayMs = Math.min(delayMs * 2, 5000)) {
      try {
        await this.#startOnPort();
        log('PostgreSQL is back.');
        return onChange?.('back');
      } catch (error) {
        log(`PostgreSQL does not start yet: ${(error as Error).message}`);
        await pause(delayMs, undefined, { ref: false });
      }
    }
  }

  async #moveTo(port: number): Promise<void> {
    if (port === this.credentials.port) return;
    this.credentials = { ...this.credentials, port };
    await writeCredentials(this.options.dataDir, this.credentials);
  }

  #command(port: number): string[] {
    const unsafe = this.options.isDisposable ? DISPOSABLE_SETTINGS : {};
    const settings = Object.entries({ port: `${port}`, ...SETTINGS, ...unsafe });
    const words = settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    return [this.binaries.postgres, '-D', this.home.data, ...words];
  }
}

const WRONG_PASSWORD = '28P01';

const urlOf = ({ password, port }: Credentials, database: string): string =>
  `postgres://${ROLE}:${password}@127.0.0.1:${port}/${database}`;

/** The code with which the server turns us away; undefined when it lets us in. */
async function refusalOf(url: string): Promise<string | undefined> {
  try {
    await withClient(url, (client) => client.query('SELECT 1'));
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code ?? 'unknown';
  }
}

async function createDatabase(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [
      DATABASE,
    ]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  });
}

async function withClient(
  url: string,
  use: (client: CalmClient) => Promise<unknown>,
): Promise<void> {
  const client = new CalmClient({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    await use(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function asFault(error: unknown): unknown {
  const isDiskFull = error instanceof PostmasterDied && error.lacksDisk;
  return isDiskFull ? Object.assign(error, { code: 'ENOSPC' }) : error;
}

const freePort = (): Promise<number> => tryPort(0).then((port) => port ?? freePort());
const isFree = (port: number): Promise<boolean> => tryPort(port).then((got) => got !== undefined);

function tryPort(port: number): Promise<number | undefined> {
  const server = createServer();
  return new Promise((settle) => {
    server.once('error', () => settle(undefined));
    server.listen(port, '127.0.0.1', () => {
      const { port: got } = server.address() as { port: number };
      server.close(() => settle(got));
    });
  });
}
