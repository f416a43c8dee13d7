import { fileURLToPath } from 'node:url';

/** Where the web is built to; the same folder seen from the source and from the compiled code. */
export const WEB_FOLDER = fileURLToPath(new URL('../../../dist/web/', import.meta.url));
