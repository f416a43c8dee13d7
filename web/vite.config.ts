import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { drawnIcons } from './build/drawn-icons.js';
import { englishApart, isEnglish } from './build/english-apart.js';
import { precachedShell } from './build/precached-shell.js';
import { plainImports } from './build/plain-imports.js';
import { LOWERED_TO } from './build/targets.js';
import { tightDocuments } from './build/tight-documents.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const { version } = JSON.parse(readFileSync(here('../package.json'), 'utf8')) as {
  version: string;
};

/** The signed-in app: a single page under /app/, kept on the phone by its service worker. */
export default defineConfig({
  root: here('src/app'),
  base: '/app/',
  publicDir: false,
  define: { APP_VERSION: JSON.stringify(version) },
  plugins: [plainImports(), englishApart(), drawnIcons(), precachedShell(), tightDocuments()],
  build: {
    outDir: here('../dist/web/app'),
    emptyOutDir: true,
    target: LOWERED_TO,
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    manifest: true,
    rolldownOptions: {
      input: { app: here('src/app/index.html'), sw: here('src/app/sw.ts') },
      // Without it the fields of a class are defined by a helper of 400 bytes in the shell.
      transform: {
        assumptions: { setPublicClassFields: true },
        typescript: { removeClassFieldsWithoutInitializer: true },
      },
      output: {
        chunkFileNames: ({ facadeModuleId }) =>
          isEnglish(facadeModuleId) ? 'assets/en-[name]-[hash].js' : 'assets/[name]-[hash].js',
        // The worker's address may never change: a phone that has the old one asks for it by name.
        entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
});
