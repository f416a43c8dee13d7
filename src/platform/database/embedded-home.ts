import { randomBytes } from 'node:crypto';
import {
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { StartUpFault } from '../start-up-faults.js';
import { canEnter, isRoot, serverAccount, type Account } from './embedded-account.js';

/** Where one embedded server keeps its things, with symlinks resolved. */
export interface Home {
  readonly directory: string;
  /** The data directory proper; absent until it was made whole. */
  readonly data: string;
  readonly logFile: string;
  /** Undefined when PostgreSQL runs as the user we are. */
  readonly account: Account | undefined;
}

/** What a restart must find again; kept in DATA_DIR/postgres.json, readable by its owner alone. */
export interface Credentials {
  readonly password: string;
  readonly port: number;
}

/** Finds the home below DATA_DIR, or makes it in a place the account of the server can reach. */
export async function openHome(dataDir: string, log: (line: string) => void): Promise<Home> {
  const entry = join(dataDir, 'postgres');
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  // The account of the server passes through on its way to its own directory; it can list nothing here.
  if (isRoot()) await chmod(dataDir, (await stat(dataDir)).mode | 0o011);

  const directory = (await findDirectory(entry)) ?? (await makeDirectory(dataDir, entry, log));
  return {
    directory,
    data: join(directory, 'data'),
    logFile: join(directory, 'postgres.log'),
    account: await accountFor(directory, log),
  };
}

/** The home when there is one already; makes nothing. */
async function findDirectory(entry: string): Promise<string | undefined> {
  const isThere = await lstat(entry).then(() => true, unlessAbsent);
  if (!isThere) return undefined;
  return realpath(entry).catch((cause: unknown) => {
    throw new StartUpFault(
      `${entry} points to a directory that is gone: put it back, or remove ${entry} to begin with an empty database.`,
      `${entry} trỏ tới thư mục không còn nữa: hãy khôi phục nó, hoặc xóa ${entry} để bắt đầu với cơ sở dữ liệu trống.`,
      { cause },
    );
  });
}

async function makeDirectory(
  dataDir: string,
  entry: string,
  log: (line: string) => void,
): Promise<string> {
  if (!isRoot() || canEnter(serverAccount(log), dataDir)) {
    await mkdir(entry, { mode: 0o700 }).catch(unlessPresent);
    return realpath(entry);
  }
  const elsewhere = await mkdtemp(join(await openShelf(log), 'data-'));
  const isOurs = await symlink(elsewhere, entry).then(() => true, unlessPresent);
  if (!isOurs) await rm(elsewhere, { recursive: true });
  else
    log(
      `The database lives in ${elsewhere} (linked from ${entry}), because PostgreSQL does not run as root and its account may not enter ${dirname(entry)}.`,
    );
  return realpath(entry);
}

/** A directory outside of everybody's home, for root: /var/lib as the system's servers do, else the temporary one. */
export async function openShelf(log: (line: string) => void): Promise<string> {
  const account = serverAccount(log);
  for (const parent of ['/var/lib', tmpdir()]) {
    const shelf = join(parent, 'cho-luc-nam');
    try {
      await mkdir(shelf, { recursive: true });
      await chmod(shelf, 0o755);
    } catch {
      continue; // read-only or missing: the next place may do
    }
    if (canEnter(account, shelf)) return shelf;
  }
  throw new StartUpFault(
    'No directory was found that both root and the account of PostgreSQL can use: set DATA_DIR to one, or set DATABASE_URL.',
    'Không có thư mục nào mà cả root và tài khoản PostgreSQL cùng dùng được: hãy đặt DATA_DIR vào nơi như vậy, hoặc đặt DATABASE_URL.',
  );
}

/** PostgreSQL insists on running as the owner of its data; so whoever owns the home decides. */
async function accountFor(
  directory: string,
  log: (line: string) => void,
): Promise<Account | undefined> {
  const owner = await stat(directory);
  if (!isRoot()) {
    if (owner.uid === process.getuid?.()) return undefined;
    throw new StartUpFault(
      `The database in ${directory} belongs to another user: start as that user, or set another DATA_DIR.`,
      `Cơ sở dữ liệu trong ${directory} thuộc người dùng khác: hãy chạy bằng người dùng đó, hoặc đặt DATA_DIR khác.`,
    );
  }
  const account = owner.uid === 0 ? serverAccount(log) : { uid: owner.uid, gid: owner.gid };
  if (owner.uid === 0) await chown(directory, account.uid, account.gid);
  if (canEnter(account, directory)) return account;
  throw new StartUpFault(
    `The account PostgreSQL runs as may not enter ${directory}: open the directories above it (chmod o+x), or set another DATA_DIR.`,
    `Tài khoản chạy PostgreSQL không vào được ${directory}: hãy mở các thư mục phía trên (chmod o+x), hoặc đặt DATA_DIR khác.`,
  );
}

const fileIn = (dataDir: string): string => join(dataDir, 'postgres.json');

export async function readCredentials(dataDir: string): Promise<Credentials | undefined> {
  const text = await readFile(fileIn(dataDir), 'utf8').catch(unlessAbsent);
  return text ? (JSON.parse(text) as Credentials) : undefined;
}

/** Whole or not at all: a reader never sees half a file, not even after a power cut. */
export async function writeCredentials(dataDir: string, credentials: Credentials): Promise<void> {
  const draft = `${fileIn(dataDir)}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(credentials)}\n`, { mode: 0o600, flush: true });
  if (isRoot()) {
    const { uid, gid } = await stat(dataDir);
    await chown(draft, uid, gid);
  }
  await rename(draft, fileIn(dataDir));
}

export const newPassword = (): string => randomBytes(24).toString('base64url');

export function unlessAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

function unlessPresent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'EEXIST') throw error;
}
