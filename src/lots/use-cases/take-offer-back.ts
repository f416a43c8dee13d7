import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AssistedActs } from '../../accounts/index.js';
import { isRefusal, refuse } from '../../kernel/refusal.js';
import { Outbox } from '../../platform/events/outbox.js';
import { LotRecordsStore } from '../data/lot-records.store.js';
import { afterStep } from '../domain/lot.state.js';

const NOT_OURS = 'Hộ không nhờ đăng lô này';

/** ID-06: the household undoes a lot that somebody else offered for it, while nobody counts on it. */
@Injectable()
export class TakeOfferBack implements OnModuleInit {
  constructor(
    private readonly assisted: AssistedActs,
    private readonly lots: LotRecordsStore,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.assisted.onUndo('LOT_OFFERED', async (tx, { subjectId: lotId }) => {
      const { lot } = await this.lots.lock(tx, lotId);
      const state = afterStep(lot.state, 'close');
      // Fruit of another lot that is part of it now was not offered by this act.
      if (isRefusal(state) || (await this.lots.isMerged(tx, lot)))
        return refuse('ASSISTED_CHANGED_SINCE');
      const promises = (await this.lots.openHolds(tx, lotId)).length;
      if (promises > 0) return refuse('ASSISTED_PROMISED', { promises });
      await this.lots.change(tx, lot, { state, closeReason: 'WITHDRAWN', closeNote: NOT_OURS });
      await this.outbox.publish(tx, 'lot.withdrawn', { lotId, holdIds: [] });
    });
  }
}
