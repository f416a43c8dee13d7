// Suites of test files: a few files that import many, so that Jest loads the product once for each suite and not
// once for each file (some five seconds of processor). Plain Node, no dependencies.
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Matches the suites and no test file. */
export const SUITE = String.raw`\.suite\.ts$`;

/** Writes `count` suites of all test files in `folder` and gives the folder they are in; `remove` when they have run. */
export function writeSuites(folder, count) {
  const home = join(folder, '.suites');
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home);
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('spec.ts'))
    .map((name) => join(folder, name))
    .toSorted((a, b) => statSync(b).size - statSync(a).size);
  for (const file of files) demandOwnHooks(file);
  for (let suite = 0; suite < count; suite += 1) {
    // The largest first and dealt in turn: suites of about the same length.
    const dealt = files.filter((_, index) => index % count === suite);
    const lines = dealt.map(
      (file) => `import '${relative(home, file).replace(/\.ts$/, '.js')}';\n`,
    );
    writeFileSync(join(home, `${suite + 1}.suite.ts`), lines.join(''));
  }
  return { home, remove: () => rmSync(home, { recursive: true }) };
}

/** A hook outside `describe` would run for every file of the suite. */
function demandOwnHooks(file) {
  const hook = /^(?:before|after)(?:All|Each)\(/m.exec(readFileSync(file, 'utf8'));
  if (hook) throw new Error(`${file}: put ${hook[0]}…) inside a describe`);
}
