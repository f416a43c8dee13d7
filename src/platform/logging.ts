import type { LoggerService } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino, type DestinationStream, type Logger } from 'pino';
import type { Config } from './config.js';
import { faultText, framesOf, withoutPhones } from './fault-text.js';

/**
 * One JSON line per fact, on standard error. What a line may carry is written here and nowhere else: the route's pattern
 * and never the address, because addresses and bodies hold names, phones and ids of people.
 */
export class JsonLog implements LoggerService {
  readonly #pino: Logger;

  constructor(level: Config['logLevel'], where: DestinationStream = pino.destination(2)) {
    this.#pino = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, where);
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
    this.#pino.error({
      ...fields(words, context),
      ...(typeof stack === 'string' && { stack: framesOf(stack).join('\n') }),
    });
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

/** An error is never spread out: a database's carries the row and the parameters. */
function fields(words: unknown, context: unknown): object {
  const facts: object =
    words instanceof Error
      ? { fault: faultText(words) }
      : typeof words === 'object' && words !== null
        ? words
        : { message: String(words) };
  const safe = Object.entries(facts).map(([name, fact]) => [
    name,
    typeof fact === 'string' ? withoutPhones(fact) : fact,
  ]);
  return { ...Object.fromEntries(safe), ...(typeof context === 'string' && { context }) };
}
