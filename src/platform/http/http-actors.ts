import '@fastify/cookie';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Authenticator, type Actor, type Locale } from '../access/actor.js';
import type { Config } from '../config.js';
import { CONFIG } from '../configured.js';

/** `__Host-` needs HTTPS, which a laptop has not. In production no other name is read: a neighbouring site could set it. */
export const sessionCookieName = ({ isProduction }: Pick<Config, 'isProduction'>): string =>
  isProduction ? '__Host-clns' : 'clns';

/** One look-up of the session per request, however many guards and resolvers ask. */
@Injectable()
export class HttpActors {
  readonly #known = new WeakMap<object, Promise<Actor>>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly authenticator: Authenticator,
  ) {}

  of(request: FastifyRequest): Promise<Actor> {
    let actor = this.#known.get(request);
    if (!actor) {
      const token = request.cookies[sessionCookieName(this.config)];
      actor = this.authenticator.actorOf(token, localeOf(request));
      this.#known.set(request, actor);
    }
    return actor;
  }
}

/** Vietnamese unless the person chose English in the app (header) or on a public page (cookie). */
const localeOf = (request: FastifyRequest): Locale =>
  (request.headers['x-locale'] ?? request.cookies['locale']) === 'en' ? 'en' : 'vi';

/** The session token in a raw Cookie header, for the upgrade request of a socket. */
export function tokenInHeader(config: Config, header: string | undefined): string | undefined {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([name]) => name === sessionCookieName(config))?.[1];
}
