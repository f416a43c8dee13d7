// `npm test`: every check of the product, and the totals as the last line.
// Plain Node, no dependencies of its own. A phase that fails does not keep the next from running.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { constants, setPriority, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { tellAndExit } from './give-up.mjs';
import { install } from './install.mjs';
import { SUITE, writeSuites } from './suites.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
tellAndExit(() => install({ withTests: true }));

const BUILD = { name: 'build', command: 'node scripts/build.mjs' };
const BUDGETS = { name: 'budgets', command: 'node web/scripts/budgets.mjs' };
const CHECK = { name: 'check', command: 'npm run --silent check' };
const UNIT = { name: 'unit', folders: ['src', 'web/src'] };
const STORIES = { name: 'stories', folders: ['test/stories'], suites: 8 };
const CONTRACTS = { name: 'contracts', folders: ['test/contracts'], isBeside: true };
const BROWSER = { name: 'browser', folders: ['test/browser'] };
const CRASH = { name: 'crash', folders: ['test/crash'] };

const reports = mkdtempSync(join(tmpdir(), 'cho-luc-nam-reports-'));
const results = [await timed(BUILD, runTool), await timed(BUDGETS, runTool)];
await withDatabase(async () => {
  // The checks take what the tests leave of the machine: they wait for browsers, servers and their own last file.
  const checking = timed(CHECK, runTool);
  results.push(await timed(UNIT, runJest), await timed(STORIES, runSuites));
  results.push(...(await Promise.all([timed(CONTRACTS, runJest), timed(BROWSER, runJest)])));
  results.push(await checking, await timed(CRASH, runJest));
});
rmSync(reports, { recursive: true });
tell(results);

async function timed(phase, run) {
  const start = performance.now();
  const counts = await run(phase);
  const seconds = (performance.now() - start) / 1000;
  process.stdout.write(`━━━ ${phase.name}: ${seconds.toFixed(1)} s\n`);
  return { name: phase.name, seconds, ...counts };
}

/** What a tool says is shown when it ends, so that it does not mix with the tests beside it. */
async function runTool({ name, command }) {
  const child = spawn(command, { shell: true });
  // The tests go first; a tool that runs alone does not notice.
  setPriority(child.pid, constants.priority.PRIORITY_LOW);
  const status = await shownAtItsEnd(name, child);
  return { passed: 0, failed: status === 0 ? 0 : 1 };
}

async function shownAtItsEnd(name, child) {
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (said += text));
  const [status] = await once(child, 'close');
  head(name);
  process.stdout.write(said);
  return status;
}

async function runSuites(phase) {
  const { home, remove } = writeSuites(phase.folders[0], phase.suites);
  const counts = await runJest({ ...phase, folders: [home], words: ['--testRegex', SUITE] });
  remove();
  return counts;
}

async function runJest({ name, folders, words = [], isBeside = false }) {
  if (!isBeside) head(name);
  const report = join(reports, `${name}.json`);
  const child = spawn(
    process.execPath,
    [
      // Tests make much that dies young: with room for it the collector takes a quarter less of a suite's time.
      '--max-semi-space-size=64',
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      join('node_modules', 'jest', 'bin', 'jest.js'),
      ...folders.map((folder) => `${root}/${folder}/`),
      ...words,
      '--json',
      `--outputFile=${report}`,
    ],
    { stdio: isBeside ? 'pipe' : ['ignore', 'inherit', 'inherit'] },
  );
  const status = isBeside ? await shownAtItsEnd(name, child) : (await once(child, 'close'))[0];
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  return { passed: numPassedTests, failed: status === 0 ? failed : Math.max(failed, 1) };
}

function head(name) {
  process.stdout.write(`\n━━━ ${name} ${'━'.repeat(60 - name.length)}\n`);
}

/** One server for all phases, unless TEST_PG_URL names one; it removes itself when its input ends. */
async function withDatabase(run) {
  if (process.env.TEST_PG_URL) return await run();
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
    await run();
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
