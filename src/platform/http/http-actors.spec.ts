import type { FastifyRequest } from 'fastify';
import { Authenticator, guest, type Actor, type Locale } from '../access/actor.js';
import type { Config } from '../config.js';
import { HttpActors, tokenInHeader } from './http-actors.js';

class Asked extends Authenticator {
  readonly tokens: (string | undefined)[] = [];

  override actorOf(token: string | undefined, locale: Locale): Promise<Actor> {
    this.tokens.push(token);
    return Promise.resolve(guest(locale));
  }
}

describe('the cookie of a session', () => {
  it.each([
    [true, 'own'],
    [false, 'plain'],
  ])(
    'E11 is read by the name it is set by and no other (production: %s)',
    async (isProduction, token) => {
      const config = { isProduction } as Config;
      const asked = new Asked();
      const of = (cookies: object) =>
        new HttpActors(config, asked).of({ cookies, headers: {} } as unknown as FastifyRequest);
      await of({ clns: 'plain', '__Host-clns': 'own' });
      await of(isProduction ? { clns: 'plain' } : { '__Host-clns': 'own' });
      expect(asked.tokens).toEqual([token, undefined]);
      expect(tokenInHeader(config, 'clns=plain; __Host-clns=own')).toBe(token);
    },
  );
});
