import { randomUUID } from 'node:crypto';
import type { Product } from './product.js';

const HOUR_MS = 3_600_000;

/** The households of the district who have no scene of their own: what they offer and answer, they do from their own phones. */
export class Neighbours {
  constructor(private readonly product: Product) {}

  /** Everybody can be paid through a bank, whoever the truck comes to first. */
  async haveAccounts(): Promise<void> {
    await this.product.db.query(
      `update parties set bank_bin = '970436', bank_account = '0900' || right(id::text, 4)
        where kind = 'HOUSEHOLD' and bank_account is null`,
    );
  }

  /** So many households of one commune offer na of the second grade and unsorted, for the next half day. */
  async offer(commune: string, households: number): Promise<void> {
    const { rows } = await this.product.db.query<{ id: string }>(
      `select p.id from parties p join admin_units u on u.id = p.commune_id
        where p.kind = 'HOUSEHOLD' and u.name = $1 order by p.name limit $2`,
      [commune, households],
    );
    for (const { id } of rows) {
      const { token } = await this.product.sessionOf('GROWER', id);
      await this.product.act(token, 'createLot', {
        lotId: randomUUID(),
        cropCode: 'NA',
        grades: [
          { gradeCode: 'L2', grams: 200_000, askVndPerKg: 50_000 },
          { gradeCode: 'XO', grams: 250_000, askVndPerKg: 42_000 },
        ],
        readyFrom: new Date().toISOString(),
        readyTo: new Date(Date.now() + 12 * HOUR_MS).toISOString(),
        publish: true,
      });
    }
  }

  /** Everyone who was asked for this order and has not answered yet says yes; one answer may settle several lines. */
  async accept(orderId: string): Promise<void> {
    for (;;) {
      const { rows } = await this.product.db.query<{ id: string; household_id: string }>(
        `select id, household_id from allocation_lines where order_id = $1 and state = 'OFFERED' limit 1`,
        [orderId],
      );
      const [asked] = rows;
      if (!asked) return;
      const { token } = await this.product.sessionOf('GROWER', asked.household_id);
      await this.product.act(token, 'respondAllocationOffer', { offerId: asked.id, accept: true });
    }
  }
}
