import { spawnSync } from 'node:child_process';

// The crash tests of `npm test`, longer: five storms with a seed each, and twenty restarts of each kind.
const { status } = spawnSync('npm run --silent jest -- test/crash', {
  shell: true,
  stdio: 'inherit',
  env: { CRASH_STORMS: '5', CRASH_RESTARTS: '20', ...process.env },
});
process.exitCode = status ?? 1;
