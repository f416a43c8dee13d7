import type { LoggerService } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino, type Logger } from 'pino';
import type { Config } from './config.js';

/**
 * One JSON line per fact, on standard error. What a line may carry is written here and nowhere else: the route's pattern
 * and never the address, because addresses and bodies hold names, phones and ids of people.
 */
export class JsonLog implements LoggerService {
  readonly #pino: Logger;

  constructor(level: Config['logLevel']) {
    this.#pino = pino(
      { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
      pino.destination(2),
    );
  }

  log(words: unknown, context?: unknown): void {
    this.#pino.debug(fields(words, context));
  }

  warn(words: unknown, context?: unknown): void {
    this.#pino.warn(fields(words, context));
  }

  error(words: unknown, ...rest: unknown[]): void {
    const context = rest.at(-1);
    const stack = rest.length > 1 ? rest[0] : undefined;
    this.#pino.error({ ...fields(words, context), ...(stack !== undefined && { stack }) });
  }

  request(facts: { id: string; method: string; route: string; status: number; ms: number }): void {
    this.#pino.info(facts);
  }
}

/** Every answered request, by its route: who asked and for what is in `acts`, not here. */
export function logRequests(app: NestFastifyApplication, log: JsonLog): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onResponse', (request, reply, done) => {
      log.request({
        id: request.id,
        method: request.method,
        route: request.routeOptions.url ?? '(none)',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      });
      done();
    });
}

const fields = (words: unknown, context: unknown): object => ({
  ...(typeof words === 'object' && words !== null ? words : { message: String(words) }),
  ...(typeof context === 'string' && { context }),
});
