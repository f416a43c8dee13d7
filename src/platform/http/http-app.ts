import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DynamicModule } from '@nestjs/common';
import type { Config } from '../config.js';
import { JsonLog, logRequests } from '../logging.js';
import { dressHttpApp } from './dress-http-app.js';
import { serveWebFiles } from './web-files.js';

// A GraphQL document with its variables is a few kilobytes; photos have a route and a limit of their own.
const BODY_LIMIT = 100_000;

/** The HTTP face without a port: listen to it, or inject requests in a test. */
export async function makeHttpApp(
  root: DynamicModule,
  config: Config,
): Promise<NestFastifyApplication> {
  const log = new JsonLog(config.logLevel);
  const adapter = new FastifyAdapter({ bodyLimit: BODY_LIMIT, trustProxy: config.trustProxy });
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    logger: log,
    abortOnError: false,
    // What gateways send back is signed over its bytes.
    rawBody: true,
  });
  await dressHttpApp(app, config);
  await serveWebFiles(app);
  logRequests(app, log);
  return app;
}
