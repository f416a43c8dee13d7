import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The kit on a bench: `npx vite -c web/dev/vite.config.ts`, then /kit.html. Never part of a build. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  appType: 'mpa',
  server: { fs: { allow: [fileURLToPath(new URL('../..', import.meta.url))] } },
});
