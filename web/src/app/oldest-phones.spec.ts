import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const APP = fileURLToPath(new URL('.', import.meta.url));
const ROOT = join(APP, '../../..');

/** What the build cannot lower, because it is no syntax, and what telephones that stopped at Safari 15 do not have. */
const TOO_NEW =
  /\.(?:toReversed|toSorted|toSpliced|findLast|findLastIndex)\(|\b(?:structuredClone|groupBy|withResolvers|fromAsync)\(/;
const IMPORTED = /^(?:import|export)(?! type)[^;]*?from '(\.[^']+)\.js';/gm;

/** Every file that travels to the phone, those shared with the server among them. */
function sent(path: string, seen: Map<string, string>): void {
  if (seen.has(path)) return;
  const source = ['.ts', '.tsx'].map((kind) => read(path + kind)).find(Boolean) ?? '';
  seen.set(path, source);
  for (const [, next = ''] of source.matchAll(IMPORTED)) sent(join(dirname(path), next), seen);
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

it('the app asks nothing of a telephone that the oldest ones it is promised to have not', () => {
  const files = new Map<string, string>();
  for (const name of readdirSync(APP, { recursive: true, encoding: 'utf8' }))
    if (/(?<!\.spec)\.tsx?$/.test(name)) sent(join(APP, name.replace(/\.tsx?$/, '')), files);
  expect([...files.keys()].map((path) => relative(ROOT, path))).toContain(
    'src/lots/domain/pasted-post',
  );
  const tooNew = [...files].filter(([, source]) => TOO_NEW.test(source));
  expect(tooNew.map(([path]) => relative(ROOT, path))).toEqual([]);
});
