// `npm start`: installs and builds what is missing or stale, then runs the product in this very process, so
// that Ctrl-C reaches it and nothing is left behind. Plain Node, no dependencies.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

import { buildWhenStale } from './build.mjs';
import { GiveUp, tellAndExit } from './give-up.mjs';
import { install } from './install.mjs';

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));

tellAndExit(() => {
  demandNode();
  install({ withTests: false });
  buildWhenStale();
});
process.setSourceMapsEnabled(true);
await import('../dist/main.js');

function demandNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const isFit = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (isFit) return;
  throw new GiveUp(
    `Node ${process.versions.node} is too old: install Node 20.19, 22.12 or newer (24 is best).`,
    `Node ${process.versions.node} quá cũ: hãy cài Node 20.19, 22.12 hoặc mới hơn (tốt nhất là 24).`,
  );
}
