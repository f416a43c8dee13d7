import { fileURLToPath } from 'node:url';
import { build, defineConfig, type Rolldown, type UserConfig } from 'vite';
import { LOWERED_TO } from './build/targets.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * The public pages: `dist/web/public/render.js` for Node, and `dist/web/public/assets/*` for the browser.
 * The browser's files are built first, so that their hashed names can be written into render.js.
 */
export default defineConfig(async ({ command }): Promise<UserConfig> => ({
  root: here('src/public'),
  publicDir: false,
  define: { PUBLIC_ASSETS: JSON.stringify(command === 'build' ? await browserAssets() : {}) },
  ssr: { noExternal: true },
  build: {
    ssr: here('src/public/render.tsx'),
    // Drawings that pages refer to; everything else of the browser's is built above.
    ssrEmitAssets: true,
    assetsInlineLimit: 0,
    outDir: here('../dist/web/public'),
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'render.js' } },
  },
}));

async function browserAssets(): Promise<{ script: string; style: string }> {
  const built = (await build({
    configFile: false,
    root: here('src/public'),
    base: '/assets/',
    publicDir: false,
    logLevel: 'warn',
    build: {
      outDir: here('../dist/web/public/assets'),
      emptyOutDir: true,
      target: LOWERED_TO,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { page: here('src/public/islands/page.ts') },
        output: { entryFileNames: '[name]-[hash].js', assetFileNames: '[name]-[hash][extname]' },
      },
    },
  })) as Rolldown.RolldownOutput;
  const named = (extension: string): string => {
    const file = built.output.find(({ fileName }) => fileName.endsWith(extension));
    if (!file) throw new Error(`the public build made no ${extension} file`);
    return `/assets/${file.fileName}`;
  };
  return { script: named('.js'), style: named('.css') };
}
