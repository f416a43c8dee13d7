import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AssistedActs, type AssistedKind } from '../../accounts/index.js';
import { Clock } from '../../kernel/clock.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import type { Side } from '../../kernel/side.js';
import type { Deal } from '../../orders/index.js';
import type { Actor } from '../../platform/access/actor.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { OrderChangesStore } from '../data/order-changes.store.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** One side wants kilograms or hours different; the other is asked. */
    'order.change-proposed': { changeId: string };
    /** It was agreed to, refused, taken back, or nobody can agree to it any more. */
    'order.change-closed': { changeId: string };
  }
}

interface SellersAct {
  readonly kind: AssistedKind;
  readonly deals: readonly Deal[];
  /** Of a proposal, for its undo. */
  readonly changeId?: string;
}

/** What follows from a step of a change or an ending: the other side hears, and each household of what was done for it. */
@Injectable()
export class ChangeNews implements OnModuleInit {
  constructor(
    private readonly assisted: AssistedActs,
    private readonly changes: OrderChangesStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.assisted.onUndo('CHANGE_PROPOSED', (tx, { before }) =>
      this.withdraw(tx, (before as { changeId: string }).changeId),
    );
  }

  async proposed(
    tx: Tx,
    actor: Actor,
    side: Side,
    proposal: { readonly deals: readonly Deal[]; readonly changeId: string },
  ): Promise<void> {
    await this.record(tx, actor, side, { kind: 'CHANGE_PROPOSED', ...proposal });
    await this.outbox.publish(tx, 'order.change-proposed', { changeId: proposal.changeId });
  }

  closed(tx: Tx, changeId: string): Promise<void> {
    return this.outbox.publish(tx, 'order.change-closed', { changeId });
  }

  /** @param side of the deals, on which the actor stands: a buyer acts for nobody else */
  async record(
    tx: Tx,
    actor: Actor,
    side: Side,
    { kind, deals, changeId }: SellersAct,
  ): Promise<void> {
    if (side !== 'SELLER') return;
    const deeds = deals.map(({ id, householdId, number }) => ({
      householdId,
      kind,
      subjectId: id,
      facts: { number },
      ...(changeId && { before: { changeId } }),
    }));
    await this.assisted.recordAll(tx, actor, deeds);
  }

  /** ID-06: the household takes back a proposal that somebody else made for it, while it is open. */
  private async withdraw(tx: Tx, changeId: string): Promise<void | Refusal> {
    const change = await this.changes.lock(tx, changeId);
    if (change?.state === 'APPLIED') return refuse('ASSISTED_DEAL_MADE');
    if (change?.state !== 'OPEN') return refuse('ASSISTED_CHANGED_SINCE');
    await this.changes.close(tx, changeId, 'WITHDRAWN', this.clock.now());
    await this.closed(tx, changeId);
  }
}
