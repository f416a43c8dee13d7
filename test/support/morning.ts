import { orderOfDeals, vehicleWithDriver, type OrderOfDeals } from './given-runs.js';
import { given, type Given, type Someone } from './given.js';
import { RUNS, type Planned, type PlannedRun, type ShownRun } from './run-documents.js';
import { World } from './world.js';

/** A world with one truck, its driver, and a trader who sends it for the fruit of so many households. */
export class Morning {
  private constructor(
    readonly world: World,
    readonly make: Given,
    readonly trader: Someone,
    readonly driver: Someone,
  ) {}

  static async at(evening: string): Promise<Morning> {
    const world = await World.open(evening);
    const make = await given(world);
    const trader = await make.trader({ name: 'Vựa Hùng' });
    const driver = await vehicleWithDriver(make, { payloadKg: 5_000, plate: '98C-123.45' });
    return new Morning(world, make, trader, driver);
  }

  act<Answer = ShownRun>(someone: Someone, document: string, wish: object): Promise<Answer> {
    return someone.voice.ask<Answer>(document, {
      input: { clientMutationId: this.world.id(), ...wish },
    });
  }

  /** A run planned for eleven hours from now, at five in the morning. */
  async planned(
    kg: readonly number[],
    wish = {},
  ): Promise<{ run: PlannedRun; order: OrderOfDeals }> {
    const order = await orderOfDeals(this.make, this.trader, { kg, ...wish });
    const startsAt = new Date(this.world.clock.now().getTime() + 11 * 3_600_000).toISOString();
    const { runs } = await this.act<Planned>(this.trader, RUNS.plan, {
      orderId: order.orderId,
      startsAt,
    });
    const [run] = runs;
    if (!run) throw new Error('nothing was planned');
    return { run, order };
  }

  async started(kg: readonly number[]): Promise<{ run: PlannedRun; order: OrderOfDeals }> {
    const planned = await this.planned(kg);
    await this.act(this.driver, RUNS.accept, { runId: planned.run.id });
    const run = await this.act(this.driver, RUNS.start, { runId: planned.run.id });
    if (run.state !== 'DISPATCHED') throw new Error(`not started: ${run.code}`);
    return planned;
  }

  read(someone: Someone, id: string): Promise<ShownRun> {
    return someone.voice.ask<ShownRun>(RUNS.run, { id });
  }

  get now(): string {
    return this.world.clock.now().toISOString();
  }
}
