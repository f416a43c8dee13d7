import { readFileSync } from 'node:fs';

// Beside the compiled code and beside the source, package.json is three folders up.
const file = new URL('../../../package.json', import.meta.url);

export const version = (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
