import { loadConfig } from './platform/config.js';
import { sentenceFor } from './platform/start-up-faults.js';
import { startProduct, stopOnSignal } from './running.js';

try {
  stopOnSignal(await startProduct(loadConfig(process.env), 'jobs'));
} catch (fault) {
  process.stderr.write(`${sentenceFor(fault) ?? String(fault)}\n`);
  process.exit(1);
}
