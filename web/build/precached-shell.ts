import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/** What the worker's source holds in place of the list of files. */
const PLACEHOLDER = /\bPRECACHE\b/;

/**
 * Writes into `sw.js` the files a phone keeps after one visit, and a version made from their contents.
 * Hashed names carry their own version; index.html does not, so its text is part of the version.
 */
export const precachedShell = (): Plugin => ({
  name: 'precached-shell',
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const files = Object.keys(bundle).filter(isKept).toSorted();
      const worker = bundle['sw.js'];
      if (worker?.type !== 'chunk') this.error('sw.js is missing from the build');
      const page = bundle['index.html'];
      if (page?.type !== 'asset') this.error('index.html is missing from the build');
      const version = createHash('sha256')
        .update(files.join('\n'))
        .update(page.source)
        .digest('hex')
        .slice(0, 12);
      if (!PLACEHOLDER.test(worker.code)) this.error('sw.ts no longer names PRECACHE');
      worker.code = worker.code.replace(PLACEHOLDER, () => JSON.stringify({ version, files }));
    },
  },
});

// The scanner's 412 kB belong on checkpoint phones only; they are cached when first fetched.
const isKept = (file: string): boolean =>
  file !== 'sw.js' && !/\.(map|wasm)$|^\.vite\/|scanner/.test(file);
