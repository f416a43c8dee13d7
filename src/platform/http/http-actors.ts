import '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Authenticator, type Actor, type Locale } from '../access/actor.js';

/** `__Host-` needs HTTPS, which a laptop has not; the production name is chosen in session-cookie.ts. */
export const SESSION_COOKIES = ['__Host-clns', 'clns'] as const;

/** One look-up of the session per request, however many guards and resolvers ask. */
@Injectable()
export class HttpActors {
  readonly #known = new WeakMap<object, Promise<Actor>>();

  constructor(private readonly authenticator: Authenticator) {}

  of(request: FastifyRequest): Promise<Actor> {
    let actor = this.#known.get(request);
    if (!actor) {
      const token = SESSION_COOKIES.map((name) => request.cookies[name]).find(Boolean);
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
export function tokenInHeader(header: string | undefined): string | undefined {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([name]) => (SESSION_COOKIES as readonly string[]).includes(name ?? ''))?.[1];
}
