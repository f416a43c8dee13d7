import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../kernel/clock.js';
import { basisPoints } from '../../kernel/units.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { BackupsStore } from '../data/backups.store.js';
import { DealsStore } from '../data/deals.store.js';
import type { NewLine } from '../data/new-lines.js';
import { OffersStore } from '../data/offers.store.js';
import type { Order } from '../data/order.rows.js';
import { solvedPreview } from '../domain/allocation/preview.js';
import type { CandidateLot } from '../domain/allocation/wish.js';
import { backupRound, type AskedPart } from '../domain/backup.js';
import { COLLECTION_COSTS } from '../domain/collection-costs.js';
import { CheapestSolver } from '../solver/cheapest-solver.js';
import { Planning, toAsked } from './planning.js';

/** Chooses by an order's own policy whom to ask to stand by. */
@Injectable()
export class BackupPlanning {
  constructor(
    private readonly offers: OffersStore,
    private readonly deals: DealsStore,
    private readonly backups: BackupsStore,
    private readonly planning: Planning,
    private readonly solver: CheapestSolver,
    private readonly clock: Clock,
  ) {}

  market(order: Order): Promise<CandidateLot[]> {
    return this.planning.market(order);
  }

  /** @param order locked */
  async lines(
    tx: Tx,
    order: Order,
    market: readonly CandidateLot[],
    shareBp: number,
  ): Promise<NewLine[]> {
    const depot = await this.planning.depotOf(order);
    const now = this.clock.now();
    const asked = await this.askedOf(tx, order, now);
    const backups = await this.backups.ofOrder(tx, order.id, now);
    const { wish, candidates } = backupRound(
      order,
      {
        asked,
        askedToStandBy: new Set(backups.map(({ lotGradeId }) => lotGradeId)),
        share: basisPoints(shareBp),
      },
      market,
      depot,
    );
    // Who was chosen by hand has no rule to follow: the next ones come as they were published.
    const policy = order.policy === 'MANUAL' ? 'FIRST_COME' : order.policy;
    const plan = await solvedPreview(wish, candidates, policy, COLLECTION_COSTS, (purchase) =>
      this.solver.search(purchase),
    );
    return plan.lines.map((line) => ({ ...line, id: uuid() }));
  }

  /** Who has a part in the order: while it is gathered by what was offered, from the commit on by its deals. */
  private async askedOf(tx: Tx, order: Order, now: Date): Promise<readonly AskedPart[]> {
    const offers = (await this.offers.ofLockedOrder(tx, order.id, now)).map(toAsked);
    if (order.committedAt === null) return offers;
    const deals = await this.deals.ofOrder(order.id, tx);
    return [
      ...offers.filter(({ standing }) => standing !== 'LIVE'),
      ...deals
        .filter(({ state }) => state !== 'CANCELLED')
        .flatMap(({ householdId, lines }) =>
          lines.map((line) => ({ ...line, householdId, standing: 'LIVE' as const })),
        ),
    ];
  }
}
