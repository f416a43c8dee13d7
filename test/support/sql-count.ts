import pg from 'pg';

interface Countable {
  query: (this: unknown, ...asked: unknown[]) => unknown;
}

const TRANSACTION = /^(begin|start transaction|set transaction|commit|rollback)/i;

/** What work asked of the database, word for word and in order; opening and closing a transaction is not counted. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const client = pg.Client.prototype as unknown as Countable;
  const { query } = client;
  const statements: string[] = [];
  client.query = function (...asked) {
    const text = textOf(asked[0]);
    if (!TRANSACTION.test(text)) statements.push(text);
    return query.apply(this, asked);
  };
  try {
    await work();
  } finally {
    client.query = query;
  }
  return statements;
}

const textOf = (asked: unknown): string => {
  if (typeof asked === 'string') return asked.trim();
  const named = asked as { text?: string };
  return named.text?.trim() ?? '';
};
