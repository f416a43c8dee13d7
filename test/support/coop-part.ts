import type { Given, Someone } from './given.js';
import { givenLot, type GivenLot } from './given-lots.js';
import { act, givenBulkOrder, type BulkWish, type ShownOrder } from './given-orders.js';
import { PARTS, type ShownPart } from './part-documents.js';

const KG = 1000;

/** A buyer's need, and a cooperative whose members have lots for it. */
export class CoopPart {
  hung!: Someone;
  clerk!: Someone;
  order!: ShownOrder;
  members: Someone[] = [];
  lots: GivenLot[] = [];

  constructor(private readonly make: Given) {}

  /** Another buyer and another cooperative. */
  async begin(): Promise<void> {
    this.hung = await this.make.trader({ name: 'Vựa Hùng' });
    this.clerk = await this.make.coopClerk({ name: 'HTX Na Nghĩa Phương' });
  }

  async posted(wish: BulkWish): Promise<ShownOrder> {
    this.order = await givenBulkOrder(this.make, this.hung, wish);
    await act(this.make, this.hung, PARTS.publish, { orderId: this.order.id, note: '' });
    return this.order;
  }

  /** Members with one lot each, published one after another. */
  async offering(...kg: number[]): Promise<void> {
    const { world } = this.make;
    this.members = [];
    this.lots = [];
    for (const [at, one] of kg.entries()) {
      const member = await this.make.grower({ name: `Hộ ${at + 1}` });
      await this.make.joinCoop(this.clerk, member);
      this.members.push(member);
      const lot = await givenLot(this.make, member, { kg: { L1: 50 }, askVndPerKg: 30_000 });
      await world.db.query(`update lot_grades set offered_g = $2 where lot_id = $1`, [
        lot.id,
        one * KG,
      ]);
      this.lots.push(lot);
      world.clock.pass(1);
    }
  }

  preview(over: object = {}, who = this.clerk): Promise<ShownPart> {
    return who.voice.ask<ShownPart>(PARTS.preview, { orderId: this.order.id, ...over });
  }

  accept(over: object = {}, who = this.clerk) {
    return act<PartAnswer>(this.make, who, PARTS.accept, { orderId: this.order.id, ...over });
  }

  /** Kilograms of each lot, in the order they were published. */
  async takenOf(): Promise<number[]> {
    const rows: { lotId: string; kg: number }[] = await this.make.world.db.query(
      `select lot_id as "lotId", grams::int / 1000 as kg from allocation_lines where order_id = $1`,
      [this.order.id],
    );
    return this.lots.map(({ id }) => rows.find(({ lotId }) => lotId === id)?.kg ?? 0);
  }
}

interface PartAnswer {
  readonly code?: string;
  readonly grams?: number;
  readonly field?: string | null;
  readonly message?: string;
}
