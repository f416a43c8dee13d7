import cookie from '@fastify/cookie';
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../config.js';

// A GraphQL document with its variables is a few kilobytes; photos have a route and a limit of their own.
const BODY_LIMIT = 100_000;

/** How requests are taken in, the same for the product and for a test that builds its module another way. */
export const httpAdapter = ({ trustProxy }: Config): FastifyAdapter =>
  new FastifyAdapter({ bodyLimit: BODY_LIMIT, trustProxy: believed(trustProxy) });

/** Which hops of X-Forwarded-For, counted from this end, are ours: a caller may write anything before them. */
const believed = (proxies: Config['trustProxy']) =>
  typeof proxies === 'number'
    ? proxies > 0 && ((_address: string, hop: number) => hop < proxies)
    : [...proxies];

/** Cookies and headers, the same for the product and for a test that builds its module another way. */
export async function dressHttpApp(app: NestFastifyApplication, config: Config): Promise<void> {
  await app.register(cookie);
  await app.register(multipart);
  await app.register(compress, { threshold: 1_024, encodings: ['gzip', 'identity'] });
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        // The QR reader is a WebAssembly module of our own; nothing else may be evaluated.
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: config.isProduction ? [] : null,
      },
    },
    strictTransportSecurity: config.isProduction,
    referrerPolicy: { policy: 'same-origin' },
  });
}
