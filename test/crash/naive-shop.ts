import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Answer, Kept, Shop, ShopLine, Wish } from './shop.js';

/**
 * What the product must not be: it reads what is left, decides, and writes, in two steps, without a lock, a constraint or
 * a key. Kept so that the storm can be seen to find such faults.
 */
export class NaiveShop implements Shop {
  readonly lines: ShopLine[] = Array.from({ length: 51 }, (_, index) => ({
    id: String(index),
    offered: index === 0 ? 200_000 : 40_000,
  }));
  readonly #pool: pg.Pool;

  constructor(databaseUrl: string) {
    this.#pool = new pg.Pool({ connectionString: databaseUrl, max: 20 });
    // A pool has ended before its connections have: dropping the database cuts what is left of them.
    this.#pool.on('error', () => undefined);
  }

  async open(): Promise<void> {
    await this.#pool
      .query(`create table naive_lines (id text primary key, offered bigint, sold bigint default 0);
                            create table naive_orders (id uuid, key uuid, line text, grams bigint)`);
    for (const { id, offered } of this.lines) {
      await this.#pool.query('insert into naive_lines (id, offered) values ($1, $2)', [
        id,
        offered,
      ]);
    }
  }

  async order({ key, line, grams }: Wish): Promise<Answer> {
    const id = String(line);
    const { rows } = await this.#pool.query<{ offered: string; sold: string }>(
      'select offered, sold from naive_lines where id = $1',
      [id],
    );
    const [found] = rows;
    if (!found || Number(found.offered) - Number(found.sold) < grams)
      return { refused: 'SOLD_OUT' };
    const orderId = randomUUID();
    await this.#pool.query('insert into naive_orders values ($1, $2, $3, $4)', [
      orderId,
      key,
      id,
      grams,
    ]);
    await this.#pool.query('update naive_lines set sold = $2 where id = $1', [
      id,
      Number(found.sold) + grams,
    ]);
    return { orderId };
  }

  async kept(): Promise<Kept> {
    const { rows } = await this.#pool.query<{
      id: string;
      key: string;
      line: string;
      grams: string;
    }>('select * from naive_orders');
    const sold = new Map<string, number>();
    for (const { line, grams } of rows) sold.set(line, (sold.get(line) ?? 0) + Number(grams));
    return { orders: new Map(rows.map(({ key, id }) => [key, id])), sold, miscounted: 0 };
  }

  close(): Promise<void> {
    return this.#pool.end();
  }
}
