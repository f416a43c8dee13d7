import type { Plugin } from 'vite';

const HELPER = '\0vite/preload-helper.js';

/**
 * Vite wraps each dynamic import in 1.3 kB of code that preloads its style sheets and neighbours. There is one
 * style sheet, and the service worker has fetched the neighbours already, so an import may be just an import.
 */
export const plainImports = (): Plugin => ({
  name: 'plain-imports',
  apply: 'build',
  enforce: 'pre',
  load: (id) => (id === HELPER ? 'export const __vitePreload = (load) => load();' : null),
});
