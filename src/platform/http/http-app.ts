import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DynamicModule } from '@nestjs/common';
import type { Config } from '../config.js';
import { JsonLog, logRequests } from '../logging.js';
import { dressHttpApp, httpAdapter } from './dress-http-app.js';
import { serveWebFiles } from './web-files.js';

/** The HTTP face without a port: listen to it, or inject requests in a test. */
export async function makeHttpApp(
  root: DynamicModule,
  config: Config,
): Promise<NestFastifyApplication> {
  const log = new JsonLog(config.logLevel);
  const app = await NestFactory.create<NestFastifyApplication>(root, httpAdapter(config), {
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
