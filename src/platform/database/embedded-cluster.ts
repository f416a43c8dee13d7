import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import { StartUpFault } from '../start-up-faults.js';
import type { Binaries } from './embedded-binaries.js';
import { unlessAbsent, type Home } from './embedded-home.js';
import { asServer } from './embedded-postmaster.js';

/** The role the product connects as; it owns the server, which serves nobody else. */
export const ROLE = 'choluc_nam';

const DRAFT = 'data.new-';

// An initdb whose parent was killed may still be writing there; it gives up once its directory is gone.
const RECURSIVE = { recursive: true, force: true, maxRetries: 10 };

/**
 * Makes the data directory when there is none. It is made under another name and renamed when whole, so a
 * process killed in the middle leaves nothing that looks like data.
 */
export async function makeCluster(
  home: Home,
  binaries: Binaries,
  password: string,
  isDisposable: boolean,
): Promise<void> {
  const version = await readFile(join(home.data, 'PG_VERSION'), 'utf8').catch(unlessAbsent);
  if (version !== undefined) return demandSameMajor(version.trim(), binaries.version, home);

  for (const name of await readdir(home.directory))
    if (name.startsWith(DRAFT)) await rm(join(home.directory, name), RECURSIVE);

  const draft = await mkdtemp(join(home.directory, DRAFT));
  const passwordFile = join(draft, 'password');
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (home.account) {
    await chown(draft, home.account.uid, home.account.gid);
    await chown(passwordFile, home.account.uid, home.account.gid);
  }
  const data = join(draft, 'data');
  await run(home, binaries.initdb, [
    `--pgdata=${data}`,
    `--username=${ROLE}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    // The same order and case rules on every machine, whatever locales it has.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(isDisposable ? ['--no-sync'] : []),
  ]);
  await rename(data, home.data);
  await rm(draft, RECURSIVE);
}

/** Sets the password without knowing the old one, which only the owner of the files can; the server must be stopped. */
export async function resetPassword(
  home: Home,
  binaries: Binaries,
  password: string,
): Promise<void> {
  const words = ['--single', '-D', home.data, 'postgres'];
  await run(home, binaries.postgres, words, `ALTER ROLE ${ROLE} PASSWORD '${password}'\n`);
}

function demandSameMajor(ofData: string, ofBinaries: string, home: Home): void {
  if (ofBinaries.startsWith(`${ofData}.`)) return;
  throw new StartUpFault(
    `The data in ${home.data} was made by PostgreSQL ${ofData}, and this is ${ofBinaries}: restore a backup into a new DATA_DIR.`,
    `Dữ liệu trong ${home.data} thuộc PostgreSQL ${ofData}, còn đây là ${ofBinaries}: hãy phục hồi bản sao lưu vào DATA_DIR mới.`,
  );
}

async function run(
  home: Home,
  program: string,
  words: readonly string[],
  input = '',
): Promise<void> {
  const child = spawn(program, words, { ...asServer(home), stdio: ['pipe', 'ignore', 'pipe'] });
  child.stdin.on('error', () => undefined); // it died before it read everything; its exit code tells
  child.stdin.end(input);
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  if (code === 0) return;
  throw Object.assign(new Error(`${program} failed: ${said.trim()}`), {
    code: said.includes('No space left on device') ? 'ENOSPC' : undefined,
  });
}
