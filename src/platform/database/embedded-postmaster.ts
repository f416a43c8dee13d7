import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, readlink, rename, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

import { unlessAbsent, type Home } from './embedded-home.js';

/** A running server of one data directory. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly isReady: boolean;
  /** Program and arguments joined by spaces: how it was started tells which settings it runs with. */
  readonly commandLine: string;
}

/** Why a server that was started did not come up, as told by the last lines of its log. */
export class PostmasterDied extends Error {
  constructor(readonly lastWords: string) {
    super(`PostgreSQL did not start:\n${lastWords}`);
    this.name = 'PostmasterDied';
  }

  get lacksPort(): boolean {
    return /could not (bind|create any TCP\/IP)/.test(this.lastWords);
  }

  /** Processes of a server that was killed are still on their way out. */
  get isTooEarly(): boolean {
    return /pre-existing shared memory block|lock file "postmaster.pid" already exists/.test(
      this.lastWords,
    );
  }

  get lacksDisk(): boolean {
    return /No space left on device/.test(this.lastWords);
  }
}

const POLL_MS = 20;
const LOG_LIMIT_BYTES = 10_000_000;

// PostgreSQL's own words for the environment: English messages whatever the host speaks, and no inherited PG* variables.
const ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/local/bin:/usr/bin:/bin' };

/** For spawn: as the right account, in a directory that account can read, deaf to Ctrl-C in our terminal. */
export const asServer = (home: Home) => ({
  ...home.account,
  cwd: home.directory,
  env: ENVIRONMENT,
  detached: true,
});

/**
 * The server of this data directory, if one runs. A process id alone proves nothing: after a crash the
 * number may belong to somebody else's program, which must neither be stopped nor waited for.
 */
export async function findPostmaster(home: Home): Promise<Postmaster | undefined> {
  const lines = await readPidFile(home);
  if (!lines) return undefined;
  const pid = Number(lines[0]);
  const words = await wordsOf(pid);
  if (!words || basename(words[0] ?? '') !== 'postgres') return undefined;

  const namesOurData = words[words.indexOf('-D') + 1] === home.data;
  if (!namesOurData && !(await worksIn(pid, home.data))) return undefined;
  return {
    pid,
    port: Number(lines[3]),
    isReady: lines[7]?.trim() === 'ready',
    commandLine: words.join(' '),
  };
}

/** Lines of postmaster.pid: process, data directory, start, port, sockets, address, shared memory, state. */
async function readPidFile(home: Home): Promise<string[] | undefined> {
  const text = await readFile(join(home.data, 'postmaster.pid'), 'utf8').catch(unlessAbsent);
  return text?.split('\n');
}

/** The command line of a living process, word by word; undefined when it is gone or a zombie. */
async function wordsOf(pid: number): Promise<readonly string[] | undefined> {
  if (!Number.isInteger(pid) || pid <= 1) return undefined;
  if (process.platform === 'linux') {
    const text = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    return text === '' ? undefined : text.replace(/\0$/, '').split('\0');
  }
  const { stdout } = await promisify(execFile)('ps', ['-ww', '-o', 'args=', '-p', `${pid}`]).catch(
    () => ({ stdout: '' }),
  );
  return stdout.trim() === '' ? undefined : stdout.trim().split(' ');
}

/** A server whose directory was renamed keeps its old arguments, but its working directory follows. */
const worksIn = (pid: number, directory: string): Promise<boolean> =>
  readlink(`/proc/${pid}/cwd`).then(
    (cwd) => cwd === directory,
    () => false,
  );

/** Starts the server and waits until it takes connections, however long recovery needs. */
export async function startPostmaster(
  home: Home,
  command: readonly string[],
  log: (line: string) => void,
): Promise<{ child: ChildProcess; postmaster: Postmaster }> {
  await disownStalePidFile(home);
  const logged = await openLog(home);
  try {
    const [program = '', ...words] = command;
    const child = spawn(program, words, {
      ...asServer(home),
      stdio: ['ignore', logged.handle.fd, logged.handle.fd],
    });
    child.unref();
    const failed = once(child, 'error').then(([error]: Error[]) => {
      throw error;
    });
    const postmaster = await Promise.race([untilReady(home, child, log), failed]);
    if (postmaster) return { child, postmaster };
  } finally {
    await logged.handle.close();
  }
  const written = (await readFile(home.logFile)).subarray(logged.start);
  throw new PostmasterDied(written.toString('utf8').trim());
}

async function untilReady(
  home: Home,
  child: ChildProcess,
  log: (line: string) => void,
): Promise<Postmaster | undefined> {
  let nextWord = Date.now() + 5000;
  while (child.exitCode === null && child.signalCode === null) {
    const found = await findPostmaster(home);
    if (found?.isReady && found.pid === child.pid) return found;
    if (Date.now() > nextWord) {
      log('PostgreSQL is replaying its log after a crash; waiting for it.');
      nextWord += 5000;
    }
    await pause(POLL_MS);
  }
  return undefined;
}

/**
 * Lets PostgreSQL start beside a stale postmaster.pid whose number is still taken: by a foreign process, or
 * by the killed server itself, which stays a zombie until its new parent looks after it.
 *
 * The file is kept, because PostgreSQL also reads from it which shared memory the former server used, and
 * so notices former processes that still run. Only the number is replaced, by our own: PostgreSQL knows
 * that its parent cannot be a competing server.
 */
async function disownStalePidFile(home: Home): Promise<void> {
  const lines = await readPidFile(home);
  if (!lines || (await findPostmaster(home))) return;
  await writeFile(join(home.data, 'postmaster.pid'), [process.pid, ...lines.slice(1)].join('\n'));
}

async function openLog(home: Home) {
  const size = await stat(home.logFile).then((file) => file.size, unlessAbsent);
  if ((size ?? 0) > LOG_LIMIT_BYTES) await rename(home.logFile, `${home.logFile}.1`);
  const handle = await open(home.logFile, 'a', 0o600);
  return { handle, start: (await handle.stat()).size };
}

/** Resolves when this very server is gone; looks twice a second, which is how an adopted one is watched. */
export async function untilGone(home: Home, pid: number): Promise<void> {
  while ((await findPostmaster(home))?.pid === pid) await pause(500, undefined, { ref: false });
}

// Fast shutdown first; then the one that leaves recovery to the next start; then force.
const WAYS_TO_STOP = [
  ['SIGINT', 10_000],
  ['SIGQUIT', 5000],
  ['SIGKILL', 5000],
] as const;

/** Stops the server of this data directory, and nothing else. */
export async function stopPostmaster(home: Home): Promise<void> {
  for (const [signal, patienceMs] of WAYS_TO_STOP) {
    const running = await findPostmaster(home);
    if (!running) return;
    process.kill(running.pid, signal);
    const deadline = Date.now() + patienceMs;
    while (Date.now() < deadline) {
      if ((await findPostmaster(home))?.pid !== running.pid) return;
      await pause(POLL_MS);
    }
  }
  throw new Error(`PostgreSQL of ${home.data} cannot be stopped`);
}
