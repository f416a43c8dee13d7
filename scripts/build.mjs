// Builds server and web into dist/ and notes what they were built from. Plain Node, no dependencies.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { GiveUp, tellAndExit } from './give-up.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const STAMP = join(root, 'dist', '.built-from');
// Everything the build reads.
const SOURCES = [
  'src',
  'web',
  'scripts/bundle.mjs',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
];

/** Throws GiveUp when the build fails. */
export function build() {
  const sources = fingerprint();
  const { status } = spawnSync('npm run --silent build', {
    cwd: root,
    shell: true,
    stdio: 'inherit',
  });
  if (status !== 0)
    throw new GiveUp(
      'The build failed: the lines above say why.',
      'Không dựng được chương trình: xem lý do ở các dòng trên.',
    );
  writeFileSync(STAMP, sources);
}

export function buildWhenStale() {
  if (existsSync(join(root, 'dist', 'main.js')) && readStamp() === fingerprint()) return;
  process.stdout.write('Building …\n');
  build();
}

function readStamp() {
  try {
    return readFileSync(STAMP, 'utf8');
  } catch {
    return undefined;
  }
}

/** Names, sizes and times of all sources: takes milliseconds, and notices files that were removed. */
function fingerprint() {
  const hash = createHash('sha256').update(process.versions.node);
  for (const path of SOURCES)
    for (const line of linesOf(join(root, path))) hash.update(`${line}\n`);
  return hash.digest('hex');
}

function* linesOf(path) {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (entry?.isDirectory()) {
    for (const name of readdirSync(path).toSorted()) yield* linesOf(join(path, name));
  } else if (entry && !/\.(spec|d)\.ts$/.test(path)) {
    yield `${path} ${entry.size} ${entry.mtimeMs}`;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) tellAndExit(build);
