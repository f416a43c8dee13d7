import { randomUUID } from 'node:crypto';
import {
  chown,
  copyFile,
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { StartUpFault } from '../start-up-faults.js';
import { CalmClient } from './calm-client.js';
import type { Account } from './embedded-account.js';
import { openHome, unlessAbsent } from './embedded-home.js';
import { inUseBy, takeLock } from './embedded-lock.js';
import { startEmbeddedPostgres } from './embedded-postgres.js';
import { BackupSeal, SEAL_FILES } from './sealed-backup.js';

type Log = (sentence: string) => void;

const LABEL = 'backup_label';
// What belongs to the running server alone; PostgreSQL names these in its chapter on base backups.
const LEFT_OUT = new Set(['postmaster.pid', 'postmaster.opts', 'pg_internal.init', LABEL]);
const COPIED_EMPTY = new Set([
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
]);

/**
 * Copies the database that comes along into a new directory, also while the product runs and writes. The
 * copy holds everything that was confirmed before this began, and whole transactions only. With a key it is
 * sealed: nobody reads it or changes it without that key.
 *
 * @throws StartUpFault when the directory exists already
 */
export async function backUp(
  dataDir: string,
  target: string,
  log: Log,
  backupKey?: string,
): Promise<void> {
  const backup = resolve(target);
  await demandAbsent(backup);
  const server = await startEmbeddedPostgres({ dataDir, log, joinsRunning: true });
  const draft = `${backup}.${process.pid}`;
  try {
    const { data } = await openHome(resolve(dataDir), log);
    const seal = backupKey === undefined ? undefined : await BackupSeal.make(backupKey);
    await copyRunning(server.url, data, draft, seal);
    await rename(draft, backup);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  } finally {
    await server.stop();
  }
}

async function copyRunning(
  url: string,
  data: string,
  draft: string,
  seal: BackupSeal | undefined,
): Promise<void> {
  const copy = seal && oneByOne((from, to, name) => seal.close(from, to, name));
  const client = new CalmClient({ connectionString: url });
  await client.connect();
  try {
    // The slot keeps the log that the copy needs; it goes with this connection.
    await client.query('SELECT pg_create_physical_replication_slot($1, true, true)', [
      `backup_${randomUUID().replaceAll('-', '_')}`,
    ]);
    const first = await client.query<{ segment: string }>(
      `SELECT pg_walfile_name(pg_backup_start('cho-luc-nam', true)) AS segment`,
    );
    await copyTree(data, draft, { leavesOut: LEFT_OUT, copiesEmpty: COPIED_EMPTY, copy });
    const last = await client.query<{ segment: string; labelfile: string }>(
      'SELECT pg_walfile_name(lsn) AS segment, labelfile FROM pg_backup_stop(false)',
    );
    const [from, to] = [first.rows[0]?.segment ?? '', last.rows[0]?.segment ?? ''];
    for (const name of await readdir(join(data, 'pg_wal')))
      if (/^[0-9A-F]{24}$/.test(name) && name >= from && name <= to)
        await copyOne(join(data, 'pg_wal', name), join(draft, 'pg_wal', name), `pg_wal/${name}`, {
          copy,
        });
    const label = last.rows[0]?.labelfile ?? '';
    if (seal) {
      await seal.closeBytes([Buffer.from(label)], join(draft, LABEL), LABEL);
      await seal.finish(draft);
    } else {
      await writeFile(join(draft, LABEL), label, { mode: 0o600, flush: true });
    }
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Puts a backup into a DATA_DIR that has no database yet; the next start recovers from it.
 *
 * @throws StartUpFault when there is a database already, when a process runs there, or the backup is none, is sealed
 *   with another key, or was changed since it was made
 */
export async function restore(
  source: string,
  dataDir: string,
  log: Log,
  backupKey?: string,
): Promise<void> {
  const backup = resolve(source);
  await demandBackup(backup);
  const seal = (await BackupSeal.isOn(backup))
    ? await BackupSeal.of(backup, backupKey ?? demandKey())
    : undefined;
  const home = await openHome(resolve(dataDir), log);
  const lock = await takeLock(home.directory);
  if (!lock) throw await inUseBy(home.directory);
  try {
    await demandAbsent(home.data);
    const draft = join(home.directory, 'data.new-restored');
    await rm(draft, { recursive: true, force: true });
    try {
      await copyTree(backup, draft, {
        owner: home.account,
        leavesOut: seal ? SEAL_FILES : undefined,
        copy: seal && oneByOne((from, to, name) => seal.open(from, to, name)),
      });
      seal?.demandAll(backup);
    } catch (error) {
      await rm(draft, { recursive: true, force: true });
      throw error;
    }
    await rename(draft, home.data);
  } finally {
    await lock.release();
  }
}

/** Copies one file; the name is its path in the tree. */
type CopyFile = (from: string, to: string, name: string) => Promise<void>;

interface CopyRules {
  readonly leavesOut?: ReadonlySet<string> | undefined;
  readonly copiesEmpty?: ReadonlySet<string>;
  readonly owner?: Account | undefined;
  /** As it is, when left out. */
  readonly copy?: CopyFile | undefined;
}

async function copyTree(from: string, to: string, rules: CopyRules, within = ''): Promise<void> {
  await mkdir(to, { mode: 0o700 });
  if (rules.owner) await chown(to, rules.owner.uid, rules.owner.gid);
  // A database that is dropped meanwhile takes its directory along.
  const entries = await readdir(from, { withFileTypes: true }).catch(unlessAbsent);
  const copying = (entries ?? [])
    .filter(({ name }) => !rules.leavesOut?.has(name) && !name.startsWith('pgsql_tmp'))
    .map((entry) => {
      const [source, copy] = [join(from, entry.name), join(to, entry.name)];
      const name = `${within}${entry.name}`;
      if (entry.isFile()) return copyOne(source, copy, name, rules);
      if (rules.copiesEmpty?.has(entry.name)) return mkdir(copy, { mode: 0o700 });
      return copyTree(source, copy, rules, `${name}/`);
    });
  // Nothing is still being written when this throws: whoever called may take the copy away.
  for (const done of await Promise.allSettled(copying))
    if (done.status === 'rejected') throw done.reason as Error;
}

const plainly: CopyFile = (from, to) => copyFile(from, to);

/** On the disk when it returns. A file that went away meanwhile is one that recovery removes or writes anew. */
async function copyOne(
  from: string,
  to: string,
  name: string,
  { owner, copy = plainly }: CopyRules,
): Promise<void> {
  try {
    await copy(from, to, name);
  } catch (error) {
    return unlessAbsent(error as NodeJS.ErrnoException);
  }
  if (owner) await chown(to, owner.uid, owner.gid);
  const handle = await open(to);
  await handle.sync();
  await handle.close();
}

/** A sealed file is open at both ends while it is copied: all at once would be more than a process may open. */
function oneByOne(copy: CopyFile): CopyFile {
  let last: Promise<void> = Promise.resolve();
  return (from, to, name) => {
    const mine = last.then(() => copy(from, to, name));
    last = mine.catch(() => undefined);
    return mine;
  };
}

function demandKey(): never {
  throw new StartUpFault(
    'This backup is sealed: set BACKUP_KEY to the key it was made with.',
    'Bản sao lưu này đã mã hoá: hãy đặt BACKUP_KEY là khoá lúc sao lưu.',
  );
}

async function demandAbsent(directory: string): Promise<void> {
  if (!(await lstat(directory).catch(unlessAbsent))) return;
  throw new StartUpFault(
    `${directory} is there already: name a directory that is not.`,
    `${directory} đã có rồi: hãy chọn thư mục chưa có.`,
  );
}

async function demandBackup(directory: string): Promise<void> {
  if (await readFile(join(directory, LABEL)).catch(unlessAbsent)) return;
  throw new StartUpFault(
    `${directory} is not a backup: name the directory that a backup was made into.`,
    `${directory} không phải bản sao lưu: hãy chỉ đúng thư mục đã sao lưu vào.`,
  );
}
