import pg from 'pg';

interface Queryable {
  query: (...asked: unknown[]) => unknown;
}
type Connected = (fault: Error | undefined, client: pg.PoolClient, done: () => void) => void;

const SAVEPOINTS = [
  [/^(begin|start transaction)/i, (depth: number) => `savepoint s${depth}`, 1],
  [/^commit/i, (depth: number) => `release savepoint s${depth - 1}`, -1],
  [/^rollback(?! to)/i, (depth: number) => `rollback to savepoint s${depth - 1}`, -1],
] as const;

/**
 * Puts every statement of the product on one connection, whose transactions become savepoints of one that is always
 * rolled back: an act runs to its end on the real database, everybody in it sees it, and nothing of it stays.
 */
export class OneConnection {
  private constructor(
    private readonly client: pg.Client,
    private readonly raw: Queryable['query'],
    private readonly undo: () => void,
  ) {}

  static async to(url: string): Promise<OneConnection> {
    const client = new pg.Client({ connectionString: url });
    client.setMaxListeners(100);
    await client.connect();
    const raw = client.query.bind(client) as Queryable['query'];
    let depth = 0;
    (client as unknown as Queryable).query = (asked, ...rest) => {
      const text = typeof asked === 'string' ? asked : '';
      const [, savepoint, step] = SAVEPOINTS.find(([pattern]) => pattern.test(text)) ?? [];
      if (!savepoint) return raw(asked, ...rest);
      const sent = raw(savepoint(depth), ...rest);
      depth += step ?? 0;
      return sent;
    };
    const shared = Object.assign(client, { release: () => undefined }) as unknown as pg.PoolClient;
    const { prototype } = pg.Pool as unknown as { prototype: { connect: unknown } };
    const { connect } = prototype;
    prototype.connect = (connected?: Connected) =>
      connected ? connected(undefined, shared, () => undefined) : Promise.resolve(shared);
    return new OneConnection(client, raw, () => {
      prototype.connect = connect;
    });
  }

  /** Does the work and takes back whatever it wrote. */
  async undone<T>(work: () => Promise<T>): Promise<T> {
    await this.raw('begin');
    try {
      return await work();
    } finally {
      await this.raw('rollback');
    }
  }

  async close(): Promise<void> {
    this.undo();
    await this.client.end();
  }
}
