import type { World } from './world.js';

export interface Answer<Data> {
  readonly status: number;
  readonly data: Data | null;
  readonly errors: readonly { message: string; extensions: { code: string } }[];
  /** The Set-Cookie headers as they came. */
  readonly cookies: readonly string[];
}

/** Anyone who talks to the product: the cookie jar of one browser. */
export class Voice {
  readonly #jar = new Map<string, string>();

  constructor(
    private readonly world: World,
    session?: string,
    /** What a browser or a proxy says besides. */
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {
    if (session) this.#jar.set('clns', session);
  }

  /** Sends one operation; keeps the cookies that come back, as a browser would. */
  async send<Data = Record<string, unknown>>(
    query: string,
    variables: object = {},
  ): Promise<Answer<Data>> {
    const response = await fetch(`${this.world.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-requested-with': 'cho-luc-nam',
        ...(this.#jar.size > 0 && { cookie: this.#cookies }),
        ...this.headers,
      },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as { data?: Data; errors?: Answer<Data>['errors'] };
    const cookies = response.headers.getSetCookie();
    for (const cookie of cookies) this.#keep(cookie);
    return { status: response.status, data: body.data ?? null, errors: body.errors ?? [], cookies };
  }

  /** As `send`, for operations that must not fail: the data of the first field. */
  async ask<Data>(query: string, variables: object = {}): Promise<Data> {
    const answer = await this.send<Record<string, Data>>(query, variables);
    const first = Object.values(answer.data ?? {})[0];
    if (answer.errors.length > 0 || first === undefined) {
      throw new Error(`the operation failed: ${JSON.stringify(answer.errors)}`);
    }
    return first;
  }

  get session(): string | undefined {
    return this.#jar.get('clns');
  }

  get #cookies(): string {
    return [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  #keep(cookie: string): void {
    const [name = '', value = ''] = cookie.slice(0, cookie.indexOf(';')).split('=');
    if (value === '') this.#jar.delete(name);
    else this.#jar.set(name, value);
  }
}
