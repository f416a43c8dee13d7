import { loadConfig } from './platform/config.js';
import { sentenceFor } from './platform/start-up-faults.js';
import { startProduct, stopOnSignal } from './running.js';
import { welcome } from './welcome.js';

try {
  const config = loadConfig(process.env);
  const running = await startProduct(config, 'http');
  stopOnSignal(running);
  process.stdout.write(welcome(config));
} catch (fault) {
  const sentence = sentenceFor(fault);
  process.stderr.write(`${sentence ?? (fault instanceof Error ? fault.stack : String(fault))}\n`);
  process.exit(1);
}
