import type { World } from './world.js';

export interface Answer<Data> {
  readonly status: number;
  readonly data: Data | null;
  readonly errors: readonly { message: string; extensions: { code: string } }[];
  /** The Set-Cookie headers as they came. */
  readonly cookies: readonly string[];
}

/** Anyone who talks to the product: a cookie jar of one session. */
export class Voice {
  #session: string | undefined;

  constructor(
    private readonly world: World,
    session?: string,
  ) {
    this.#session = session;
  }

  /** Sends one operation; keeps a session cookie that comes back, as a browser would. */
  async send<Data = Record<string, unknown>>(
    query: string,
    variables: object = {},
  ): Promise<Answer<Data>> {
    const response = await fetch(`${this.world.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-requested-with': 'cho-luc-nam',
        ...(this.#session && { cookie: `clns=${this.#session}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as { data?: Data; errors?: Answer<Data>['errors'] };
    const cookies = response.headers.getSetCookie();
    const given = cookies.find((cookie) => cookie.startsWith('clns='));
    if (given) this.#session = given.slice(5, given.indexOf(';')) || undefined;
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
    return this.#session;
  }
}
