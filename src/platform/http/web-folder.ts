import { join } from 'node:path';
import { PROJECT_ROOT } from '../project-root.js';

/** Where the web is built to. */
export const WEB_FOLDER = join(PROJECT_ROOT, 'dist', 'web');
