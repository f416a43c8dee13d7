import '@fastify/cookie';
import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/configured.js';
import type { AskContext } from '../platform/graphql/ask-context.js';
import { Sealer } from '../platform/secrets/sealer.js';

const NAMES = { secure: '__Host-clns-may', plain: 'clns-may' } as const;
// The longest a browser keeps a cookie.
const LIFE_S = 400 * 86_400;

/** Who asks, as far as a request shows it. */
export interface AskedFrom {
  readonly ip: string;
  /** What the browser calls itself. */
  readonly device: string | null;
  /** Hash of the browser's own mark; null on its first visit. */
  readonly deviceHash: string | null;
}

/** A random mark that tells one browser from another; script never sees it, and it says nothing about its owner. */
@Injectable()
export class DeviceMark {
  readonly #isSecure: boolean;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly sealer: Sealer,
  ) {
    this.#isSecure = config.isProduction;
  }

  from({ request }: AskContext): AskedFrom {
    const mark = request?.cookies?.[this.#name];
    return {
      ip: request?.ip ?? '',
      device: request?.headers['user-agent'] ?? null,
      deviceHash: mark ? this.#hash(mark) : null,
    };
  }

  /** Marks a browser that has no mark yet; answers what the next request will come from. */
  give(context: AskContext): AskedFrom {
    const from = this.from(context);
    if (from.deviceHash !== null || !context.reply) return from;
    const mark = randomBytes(16).toString('base64url');
    context.reply.setCookie(this.#name, mark, {
      httpOnly: true,
      secure: this.#isSecure,
      sameSite: 'lax',
      path: '/',
      maxAge: LIFE_S,
    });
    return { ...from, deviceHash: this.#hash(mark) };
  }

  get #name(): string {
    return this.#isSecure ? NAMES.secure : NAMES.plain;
  }

  #hash(mark: string): string {
    return this.sealer.hash('device', mark.slice(0, 64));
  }
}
