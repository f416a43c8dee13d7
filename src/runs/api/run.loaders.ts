import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { Orders, type Deal } from '../../orders/index.js';
import { Permits, type Need, type Permit } from '../../permits/index.js';
import type { AskContext } from '../../platform/graphql/ask-context.js';
import { inOrderOf, PerRequestLoader } from '../../platform/graphql/per-request-loader.js';
import { Weighing, type WeighTicket } from '../../weighing/index.js';
import { RunsStore } from '../data/runs.store.js';
import { tripOf } from '../data/trip-of.js';
import type { Run } from '../data/run.rows.js';

/** One batch per request for what runs point to. */
@Injectable()
export class RunLoaders {
  readonly deal: PerRequestLoader<string, Deal | undefined>;
  readonly ticketOfDeal: PerRequestLoader<string, WeighTicket | undefined>;
  readonly permitOfRun: PerRequestLoader<string, Permit | undefined>;
  readonly runOfDeal: PerRequestLoader<string, Run | undefined>;
  readonly #needs = new WeakMap<AskContext, DataLoader<Run, Need>>();

  constructor(
    orders: Orders,
    weighing: Weighing,
    runs: RunsStore,
    private readonly permits: Permits,
  ) {
    this.deal = new PerRequestLoader(async (ids) =>
      inOrderOf(ids, await orders.dealFor(ids), (deal) => deal.id),
    );
    this.ticketOfDeal = new PerRequestLoader(async (ids) =>
      inOrderOf(ids, await weighing.ticketsOfDeals(ids), (ticket) => ticket.dealId),
    );
    this.permitOfRun = new PerRequestLoader(async (ids) => {
      const found = await permits.permitsOfRuns(ids);
      return ids.map((id) => found.get(id));
    });
    this.runOfDeal = new PerRequestLoader(async (ids) => {
      const found = new Map((await runs.ofDeals(ids)).map(({ dealId, run }) => [dealId, run]));
      return ids.map((id) => found.get(id));
    });
  }

  need(context: AskContext, run: Run): Promise<Need> {
    let loader = this.#needs.get(context);
    if (!loader) {
      loader = new DataLoader((runs: readonly Run[]) => this.needsOf(context, runs));
      this.#needs.set(context, loader);
    }
    return loader.load(run);
  }

  private async needsOf(context: AskContext, runs: readonly Run[]): Promise<Need[]> {
    const permits = await Promise.all(runs.map(({ id }) => this.permitOfRun.load(context, id)));
    const known = permits.filter((permit) => permit !== undefined);
    return this.permits.needsOf(
      runs.map((run) => tripOf(run)),
      new Map(known.map((permit) => [permit.runId, permit])),
    );
  }
}
