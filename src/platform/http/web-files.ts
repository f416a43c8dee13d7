import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyReply } from 'fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { WEB_FOLDER } from './web-folder.js';

const A_YEAR = 'public, max-age=31536000, immutable';
const HASHED = /-[\w-]{8}\.\w+$/;

/** Files of the signed-in app under /app/ and of the public pages under /assets/; an address inside the app is the app. */
export async function serveWebFiles(app: NestFastifyApplication): Promise<void> {
  const appFolder = join(WEB_FOLDER, 'app');
  if (!existsSync(appFolder)) return;
  const setHeaders = (reply: FastifyReply, path: string): void => {
    // Hashed names never change; the worker and the shell must be asked for anew each time.
    reply.header('cache-control', HASHED.test(path) ? A_YEAR : 'no-cache');
    // The home screen is /app itself, above the folder the worker lies in.
    if (path.endsWith('/app/sw.js')) reply.header('service-worker-allowed', '/app');
  };
  const shared = { cacheControl: false, setHeaders, index: false } as const;
  const publicAssets = join(WEB_FOLDER, 'public', 'assets');
  await app.register(fastifyStatic, { ...shared, root: publicAssets, prefix: '/assets/' });
  await app.register(fastifyStatic, {
    ...shared,
    root: appFolder,
    prefix: '/app/',
    decorateReply: false,
    wildcard: false,
  });

  const server = app.getHttpAdapter().getInstance();
  // A file of an earlier version: the app takes no page for its code.
  server.get('/app/assets/*', (_request, reply) => reply.code(404).send());
  const shell = readFileSync(join(appFolder, 'index.html'));
  for (const path of ['/app', '/app/', '/app/*']) {
    server.get(path, (_request, reply) =>
      reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(shell),
    );
  }
}
