import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

import { StartUpFault } from '../start-up-faults.js';

/** The ordinary user PostgreSQL runs as when we are root. It refuses to run as root itself. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const NAME = 'postgres';

export const isRoot = (): boolean => process.getuid?.() === 0;

/** The account called `postgres`, made when the machine has none: initdb wants a user that has a name. */
export function serverAccount(log: (line: string) => void): Account {
  const found = findAccount();
  if (found) return found;

  const made = spawnSync(
    '/usr/sbin/useradd',
    ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', NAME],
    { encoding: 'utf8' },
  );
  const account = findAccount();
  if (!account) {
    const reason = made.error?.message ?? made.stderr.trim();
    throw new StartUpFault(
      `PostgreSQL must not run as root and no account "${NAME}" could be made (${reason}): start as an ordinary user, or set DATABASE_URL.`,
      `PostgreSQL không được chạy bằng root và không tạo được tài khoản "${NAME}" (${reason}): hãy chạy bằng người dùng thường, hoặc đặt DATABASE_URL.`,
    );
  }
  log(`Made the system account "${NAME}", because PostgreSQL must not run as root.`);
  return account;
}

function findAccount(): Account | undefined {
  if (process.platform === 'linux') {
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((entry) => entry.startsWith(`${NAME}:`));
    const [, , uid, gid] = line?.split(':') ?? [];
    return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
  }
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, NAME], { stdio: 'pipe' }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

/**
 * Whether the account can enter a directory. Asked of the kernel as that account, because modes alone
 * do not tell about access lists, network disks and user namespaces.
 */
export function canEnter(account: Account, directory: string): boolean {
  const probe = spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', directory], {
    ...account,
    cwd: '/',
    stdio: 'ignore',
  });
  if (probe.error) {
    throw new StartUpFault(
      `PostgreSQL must not run as root and this process may not change its user (${probe.error.message}): start as an ordinary user, or set DATABASE_URL.`,
      `PostgreSQL không được chạy bằng root mà tiến trình này không đổi được người dùng (${probe.error.message}): hãy chạy bằng người dùng thường, hoặc đặt DATABASE_URL.`,
    );
  }
  return probe.status === 0;
}
