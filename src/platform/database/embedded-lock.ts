import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';

import { StartUpFault } from '../start-up-faults.js';

/** Held from start to stop; the kernel lets go of it when the process dies, however it dies. */
export interface DirectoryLock {
  release(): Promise<void>;
}

/**
 * One process at a time may look after the server of a directory; undefined when another one does.
 *
 * The lock is one the kernel keeps, never a file with a process id in it: such a file outlives `kill -9`,
 * and two processes that both find it stale cannot take it over without a race.
 * Linux has sockets with a name and no file; macOS has open(2) with O_EXLOCK.
 */
export async function takeLock(directory: string): Promise<DirectoryLock | undefined> {
  const release =
    process.platform === 'linux' ? await listenOnName(directory) : await openExclusively(directory);
  if (!release) return undefined;

  await writeFile(ownerFile(directory), `${process.pid}\n`);
  return { release };
}

/** Told to the second process, with the number of the first. */
export async function inUseBy(directory: string): Promise<StartUpFault> {
  const pid = await readFile(ownerFile(directory), 'utf8').then(
    (text) => text.trim(),
    () => '?',
  );
  return new StartUpFault(
    `Another process (${pid}) already runs with this data (${directory}): stop it first, or set another DATA_DIR.`,
    `Một tiến trình khác (${pid}) đang chạy với dữ liệu này (${directory}): hãy tắt nó trước, hoặc đặt DATA_DIR khác.`,
  );
}

const ownerFile = (directory: string): string => join(directory, 'owner.pid');

function listenOnName(directory: string): Promise<(() => Promise<void>) | undefined> {
  const digest = createHash('sha256').update(directory).digest('hex');
  const server = createServer((socket) => socket.destroy());
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen(`\0cho-luc-nam-${digest}`, () => {
      server.unref();
      resolve(() => new Promise((done) => server.close(() => done())));
    });
  });
}

// <fcntl.h> of macOS; Node has no name for it and hands the number through.
const O_EXLOCK = 0x20;

async function openExclusively(directory: string): Promise<(() => Promise<void>) | undefined> {
  const flags = constants.O_CREAT | constants.O_RDWR | constants.O_NONBLOCK | O_EXLOCK;
  try {
    const handle = await open(join(directory, 'lock'), flags, 0o600);
    return () => handle.close();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return undefined;
    throw error;
  }
}
