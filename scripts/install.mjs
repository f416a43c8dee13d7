// Installs the dependencies when they are missing or differ from package-lock.json. Plain Node, no dependencies.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { GiveUp } from './give-up.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Installs what differs from the lock: what a start needs, or with the tools of the tests. Throws GiveUp when that fails.
 * What is there already stays where it is: the product may be running from it.
 */
export function install({ withTests }) {
  if (isInstalled(withTests)) return;
  process.stdout.write('Installing dependencies (npm) …\n');
  const isFresh = !existsSync(join(root, 'node_modules'));
  const words = [
    ...(isFresh ? ['ci'] : ['install', '--no-save']),
    withTests ? '--include=dev' : '--omit=dev',
    // The lock says which files: one that npm has kept need not be asked for again.
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
  ];
  // npm says where it is when it started us.
  const npm = process.env.npm_execpath;
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...words], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', words, { cwd: root, stdio: 'inherit' });
  if (status !== 0)
    throw new GiveUp(
      'The dependencies could not be installed: the lines above say why (no network, or a full disk, most often).',
      'Không cài được các gói cần thiết: xem lý do ở các dòng trên (thường là mất mạng hoặc đầy ổ đĩa).',
    );
}

/** npm keeps a copy of the lock of what it installed; packages for other machines are left out of it. */
function isInstalled(withTests) {
  const installed = packagesIn(join(root, 'node_modules', '.package-lock.json'));
  const wanted = packagesIn(join(root, 'package-lock.json'));
  if (!installed || !wanted) return false;
  const isThere = ([path, { version, dev, optional, devOptional, peer }]) =>
    path === '' ||
    installed[path]?.version === version ||
    optional ||
    devOptional ||
    peer ||
    (dev && !withTests);
  return (
    Object.entries(wanted).every(isThere) &&
    Object.entries(installed).every(([path, { version }]) => wanted[path]?.version === version)
  );
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
