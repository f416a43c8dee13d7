import { Injectable } from '@nestjs/common';
import { Accounts } from '../../accounts/index.js';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { UnitOfWork, type Act, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { LotRecordsStore } from '../data/lot-records.store.js';
import { LotDeeds } from './lot-deeds.js';
import { checkVersion, OwnLots, type ChangeRefusal } from './own-lots.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** Its household shows the lot to these parties before anybody else. */
    'lot.restricted': { lotId: string; partyIds: string[] };
  }
}

export interface Restriction {
  readonly lotId: string;
  readonly expectedVersion: number;
  /** Traders and cooperatives that see it first; none: everybody sees it now. */
  readonly partyIds: readonly string[];
  /** From then on everybody sees it. */
  readonly openToAllAt: Date | null;
}

type RestrictRefusal =
  ChangeRefusal | 'LOT_AUDIENCE_UNKNOWN' | 'LOT_AUDIENCE_LARGE' | 'LOT_OPENING_WRONG' | ActRefusal;

const MOST_PARTIES = 20;

/** Shows a lot to chosen buyers first, and to everybody from an hour on (LI-09). Promises stay as they are. */
@Injectable()
export class RestrictLot {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly lots: LotRecordsStore,
    private readonly own: OwnLots,
    private readonly deeds: LotDeeds,
    private readonly accounts: Accounts,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async run(act: Act, wish: Restriction): Promise<{ lotId: string } | Refusal<RestrictRefusal>> {
    const { lotId, expectedVersion } = wish;
    const found = await this.own.find(act.actor, lotId);
    if (isRefusal(found)) return found;
    const partyIds = [...new Set(wish.partyIds)];
    if (partyIds.length > MOST_PARTIES)
      return refuse('LOT_AUDIENCE_LARGE', { most: MOST_PARTIES }, 'partyIds');
    const chosen = await this.accounts.parties(partyIds);
    const buyers = chosen.filter(({ kind }) => kind === 'TRADER' || kind === 'COOPERATIVE');
    if (buyers.length < partyIds.length) return refuse('LOT_AUDIENCE_UNKNOWN', {}, 'partyIds');

    return this.uow.once<{ lotId: string } | Refusal<RestrictRefusal>>(act, async (tx) => {
      const locked = await this.lots.lock(tx, lotId);
      const { lot } = locked;
      if (lot.state === 'CLOSED')
        return refuse('LOT_STEP_NOT_ALLOWED', { state: lot.state, step: 'restrict' });
      const changed = checkVersion(locked, expectedVersion);
      if (changed) return changed;
      const openToAllAt = partyIds.length === 0 ? null : wish.openToAllAt;
      const isInTime =
        openToAllAt !== null && openToAllAt > this.clock.now() && openToAllAt <= lot.readyTo;
      if (partyIds.length > 0 && !isInTime) return refuse('LOT_OPENING_WRONG', {}, 'openToAllAt');

      await this.deeds.restricted(tx, act.actor, locked);
      await this.lots.showTo(tx, lotId, partyIds);
      await this.lots.change(tx, lot, { openToAllAt });
      if (partyIds.length > 0) await this.outbox.publish(tx, 'lot.restricted', { lotId, partyIds });
      return { lotId };
    });
  }
}
