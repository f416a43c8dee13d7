import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../project-root.js';

const file = join(PROJECT_ROOT, 'package.json');

export const version = (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
