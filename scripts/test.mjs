// `npm test`: every check of the product in order, one after the other, and the totals as the last line.
// Plain Node, no dependencies of its own. A phase that fails does not keep the next from running.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

const TOOLS = [
  { name: 'build', command: 'node scripts/build.mjs' },
  { name: 'budgets', command: 'node web/scripts/budgets.mjs' },
  { name: 'check', command: 'npm run --silent check' },
];
const TESTS = [
  { name: 'unit', folders: ['src', 'web/src'] },
  { name: 'stories', folders: ['test/stories'] },
  { name: 'contracts', folders: ['test/contracts'] },
  { name: 'browser', folders: ['test/browser'] },
  { name: 'crash', folders: ['test/crash'] },
];

const reports = mkdtempSync(join(tmpdir(), 'cho-luc-nam-reports-'));
const results = [
  ...TOOLS.map(({ name, command }) => timed(name, () => runTool(command))),
  ...(await withDatabase(() =>
    TESTS.filter(hasSpecs).map((phase) => timed(phase.name, () => runJest(phase))),
  )),
];
rmSync(reports, { recursive: true });
tell(results);

function timed(name, run) {
  process.stdout.write(`\n━━━ ${name} ${'━'.repeat(60 - name.length)}\n`);
  const start = performance.now();
  const counts = run();
  const seconds = (performance.now() - start) / 1000;
  process.stdout.write(`━━━ ${name}: ${seconds.toFixed(1)} s\n`);
  return { name, seconds, ...counts };
}

function runTool(command) {
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit' });
  return { passed: 0, failed: status === 0 ? 0 : 1 };
}

function runJest({ name, folders }) {
  const report = join(reports, `${name}.json`);
  const { status } = spawnSync(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      join('node_modules', 'jest', 'bin', 'jest.js'),
      ...folders.map((folder) => `${root}/${folder}/`),
      '--json',
      `--outputFile=${report}`,
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  return { passed: numPassedTests, failed: status === 0 ? failed : Math.max(failed, 1) };
}

function hasSpecs({ folders }) {
  return folders.some(
    (folder) =>
      existsSync(folder) &&
      readdirSync(folder, { recursive: true }).some((path) => /[.-]spec\.ts$/.test(path)),
  );
}

/** One server for all phases, unless TEST_PG_URL names one; it removes itself when its input ends. */
async function withDatabase(run) {
  if (process.env.TEST_PG_URL) return run();
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      '--import',
      './test/support/run-typescript.mjs',
      'test/support/test-database.ts',
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const [address] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  // When it could not start, each phase tries by itself and tells why it fails.
  if (Buffer.isBuffer(address)) process.env.TEST_PG_URL = address.toString('utf8').trim();
  try {
    return run();
  } finally {
    child.stdin.end();
    if (child.exitCode === null) await once(child, 'exit');
  }
}

function tell(phases) {
  const total = (field) => phases.reduce((sum, phase) => sum + phase[field], 0);
  process.stdout.write(`\n${line('phase', 'passed', 'failed', 'seconds')}`);
  for (const { name, passed, failed, seconds } of phases)
    process.stdout.write(line(name, passed || '–', failed || '–', seconds.toFixed(1)));
  process.stdout.write(`\n${total('passed')} passed, ${total('failed')} failed\n`);
  process.exitCode = total('failed') === 0 ? 0 : 1;
}

function line(name, passed, failed, seconds) {
  const cells = [`${passed}`.padStart(7), `${failed}`.padStart(7), `${seconds}`.padStart(8)];
  return `${name.padEnd(10)} ${cells.join(' ')}\n`;
}
