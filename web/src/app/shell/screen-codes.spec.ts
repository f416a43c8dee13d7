import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FEATURES = fileURLToPath(new URL('../features/', import.meta.url));

/** Codes of screens as they stand in the top bar, with the folders that show them. */
function foldersByCode(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const name of readdirSync(FEATURES, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.tsx')) continue;
    for (const [, code] of readFileSync(join(FEATURES, name), 'utf8').matchAll(
      / code="([A-Z]\d+)"/g,
    ))
      found.set(code!, (found.get(code!) ?? new Set()).add(dirname(name)));
  }
  return found;
}

it('UX-15: a code read out on the telephone is of screens of one feature only', () => {
  const codes = foldersByCode();
  expect(codes.size).toBeGreaterThan(40);
  const shared = [...codes].filter(([, folders]) => folders.size > 1);
  expect(shared).toEqual([]);
});
