// Installs the dependencies when they are missing or differ from package-lock.json. Plain Node, no dependencies.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { GiveUp, tellAndExit } from './give-up.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Runs `npm ci` if need be. Throws GiveUp when that fails. */
export function install() {
  if (isInstalled()) return;
  process.stdout.write('Installing dependencies (npm ci) …\n');
  // npm says where it is when it started us; the lock is honoured whole, tools of the build included.
  const npm = process.env.npm_execpath;
  const words = ['ci', '--include=dev', '--no-audit', '--no-fund'];
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
function isInstalled() {
  const installed = packagesIn(join(root, 'node_modules', '.package-lock.json'));
  const wanted = packagesIn(join(root, 'package-lock.json'));
  if (!installed || !wanted) return false;
  const isThere = ([path, { version, optional, devOptional, peer }]) =>
    path === '' || installed[path]?.version === version || optional || devOptional || peer;
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

if (process.argv[1] === fileURLToPath(import.meta.url)) tellAndExit(install);
