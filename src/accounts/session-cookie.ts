import '@fastify/cookie';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { audienceOf, type Actor } from '../platform/access/actor.js';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/configured.js';
import type { AskContext } from '../platform/graphql/ask-context.js';
import { sessionCookieName } from '../platform/http/http-actors.js';
import { AccountsStore } from './data/accounts.store.js';
import { sessionLife } from './domain/session-life.js';
import { Sessions } from './sessions.js';

/** The session lives in one HttpOnly cookie; script never sees it. */
@Injectable()
export class SessionCookie {
  readonly #isSecure: boolean;
  readonly #name: string;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly sessions: Sessions,
    private readonly accounts: AccountsStore,
    private readonly clock: Clock,
  ) {
    this.#isSecure = config.isProduction;
    this.#name = sessionCookieName(config);
  }

  async give(context: AskContext, token: string): Promise<Actor> {
    const actor = await this.sessions.actorOf(token, context.actor.locale);
    const maxAge = sessionLife(audienceOf(actor.role)) / 1000;
    context.reply?.setCookie(this.#name, token, { ...this.attributes, maxAge });
    return actor;
  }

  async takeBack(context: AskContext, actor: Actor): Promise<boolean> {
    if (actor.sessionId !== null) await this.accounts.revoke(actor.sessionId, this.clock.now());
    context.reply?.clearCookie(this.#name, this.attributes);
    return true;
  }

  private get attributes() {
    return { httpOnly: true, secure: this.#isSecure, sameSite: 'lax', path: '/' } as const;
  }
}
