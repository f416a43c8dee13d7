import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AssistedActs } from '../../accounts/index.js';
import { Clock } from '../../kernel/clock.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import { Lots } from '../../lots/index.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { BackupsStore } from '../data/backups.store.js';
import { LinesStore } from '../data/lines.store.js';
import { OrdersStore } from '../data/orders.store.js';
import { LettingGo } from './letting-go.js';

const NOT_OUR_WORD = 'Hộ bỏ lời nhận của người làm thay';

/** ID-06: the household undoes a yes that somebody else said for it, until the buyer has settled on it. */
@Injectable()
export class TakeYesBack implements OnModuleInit {
  constructor(
    private readonly assisted: AssistedActs,
    private readonly orders: OrdersStore,
    private readonly lines: LinesStore,
    private readonly backups: BackupsStore,
    private readonly lots: Lots,
    private readonly letting: LettingGo,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.assisted.onUndo('OFFER_ACCEPTED', (tx, { subjectId }) => this.ofLine(tx, subjectId));
    this.assisted.onUndo('BACKUP_ACCEPTED', (tx, { subjectId }, { personId }) =>
      this.ofBackup(tx, subjectId, personId),
    );
  }

  private async ofLine(tx: Tx, lineId: string): Promise<void | Refusal> {
    await this.orders.lockOrdersOf(tx, [lineId]);
    const { state } = await this.lines.standing(tx, lineId);
    if (state === 'COMMITTED' || state === 'WEIGHED') return refuse('ASSISTED_DEAL_MADE');
    if (state !== 'ACCEPTED') return refuse('ASSISTED_CHANGED_SINCE');
    await this.letting.go(tx, [lineId], NOT_OUR_WORD);
    await this.lines.markDeclined(tx, lineId);
  }

  /** A no after the yes; a lot that was taken meanwhile is a line of the order. */
  private async ofBackup(tx: Tx, backupId: string, personId: string): Promise<void | Refusal> {
    const now = this.clock.now();
    const backup = await this.backups.lock(tx, backupId, null, now);
    if (backup?.state === 'USED') {
      const refused = await this.ofLine(tx, backupId);
      if (refused) return refused;
    } else if (backup?.state === 'READY') await this.lots.release(tx, [backupId]);
    else return refuse('ASSISTED_CHANGED_SINCE');
    await this.backups.answer(tx, { id: backupId, state: 'DECLINED', personId, now });
  }
}
