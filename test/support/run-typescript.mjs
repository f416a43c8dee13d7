// `node --import ./test/support/run-typescript.mjs some.ts`: runs the sources themselves in a process of
// its own, where a test can kill it. Node 20 cannot read TypeScript; the compiler is the one of the build.
import { readFile } from 'node:fs/promises';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';

/** Sources say `./x.js` where the file is `./x.ts`. */
export async function resolve(specifier, context, next) {
  if (!specifier.startsWith('.') || !context.parentURL?.endsWith('.ts'))
    return next(specifier, context);
  const url = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL).href;
  return { url, format: 'module', shortCircuit: true };
}

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const { transform } = await import('@swc/core');
  const { code } = await transform(await readFile(fileURLToPath(url), 'utf8'), {
    filename: fileURLToPath(url),
    swcrc: false,
    sourceMaps: 'inline',
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
    },
    module: { type: 'es6' },
  });
  return { format: 'module', source: code, shortCircuit: true };
}

// The thread of the hooks loads this file as well.
if (isMainThread) register(import.meta.url);
