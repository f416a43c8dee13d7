import { Injectable } from '@nestjs/common';
import type { Side } from '../../kernel/side.js';
import { Lots, type ForceMajeure } from '../../lots/index.js';
import type { Deal } from '../../orders/index.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { Deposits } from '../../settlement/index.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** A deal ended without being weighed. */
    'deal.ended': { dealId: string };
    /** The side said to be at fault has had its word. */
    'deal.ending-replied': { dealId: string };
    /** The office has judged a force majeure. */
    'deal.force-majeure-decided': { dealId: string };
    /** Not fetched soon, the fruit of this deal is free again. */
    'deal.release-near': { dealId: string };
  }
}

interface Judged {
  readonly atFault: Side;
  readonly forceMajeure: ForceMajeure | null;
}

/** What an ending does to deposit and record, now or once the office has spoken. */
@Injectable()
export class EndingAftermath {
  constructor(
    private readonly deposits: Deposits,
    private readonly lots: Lots,
    private readonly outbox: Outbox,
  ) {}

  /** A claimed force majeure waits for the office with the deposit where it is. */
  async ended(tx: Tx, deal: Deal, ending: Judged): Promise<void> {
    if (ending.forceMajeure === null) await this.settle(tx, deal, ending.atFault);
    await this.outbox.publish(tx, 'deal.ended', { dealId: deal.id });
  }

  /** Both sides were told when others took the place of the household. */
  replaced(tx: Tx, deal: Deal): Promise<void> {
    return this.settle(tx, deal, 'SELLER');
  }

  async replied(tx: Tx, dealId: string): Promise<void> {
    await this.outbox.publish(tx, 'deal.ending-replied', { dealId });
  }

  /** @param officeId who judged; a household's record is cleared by it */
  async decided(
    tx: Tx,
    deal: Deal,
    verdict: { readonly atFault: Side; readonly isConfirmed: boolean; readonly officeId: string },
  ): Promise<void> {
    const { atFault, isConfirmed, officeId } = verdict;
    await this.settle(tx, deal, isConfirmed ? null : atFault);
    if (isConfirmed) await this.lots.excuseBroken(tx, deal.id, officeId);
    await this.outbox.publish(tx, 'deal.force-majeure-decided', { dealId: deal.id });
  }

  private async settle(tx: Tx, deal: Deal, fault: Side | null): Promise<void> {
    await this.deposits.settle(tx, deal.id, fault === 'BUYER' ? 'forfeit' : 'refund');
    if (fault !== 'SELLER') return;
    for (const lotId of new Set(deal.lines.map((line) => line.lotId))) {
      const holds = deal.lines.filter((line) => line.lotId === lotId).map((line) => line.holdId);
      await this.lots.countBroken(tx, lotId, holds, deal.id);
    }
  }
}
