import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AssistedActs, type DoneAct } from '../../accounts/index.js';
import { Clock } from '../../kernel/clock.js';
import { dayOf } from '../../kernel/day.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { SellingPausesStore } from '../data/selling-pauses.store.js';
import type { BeforePause } from './pause-selling.js';

type Taken = void | Refusal;

/** ID-06: the household undoes a pause that somebody else said for it, or ended. */
@Injectable()
export class TakePauseBack implements OnModuleInit {
  constructor(
    private readonly assisted: AssistedActs,
    private readonly pauses: SellingPausesStore,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.assisted.onUndo('SELLING_PAUSED', (tx, act) => this.sellAgain(tx, act));
    this.assisted.onUndo('SELLING_RESUMED', (tx, act) => this.pauseAgain(tx, act));
  }

  /** The pause that stood before it stands again, if its days are not over. */
  private async sellAgain(tx: Tx, { subjectId: pauseId, ...act }: DoneAct): Promise<Taken> {
    const pause = await this.lock(tx, pauseId);
    if (!pause || !(await this.pauses.drop(tx, pauseId))) return refuse('ASSISTED_CHANGED_SINCE');
    const { formerId } = act.before as BeforePause;
    const former = formerId === null ? undefined : await this.pauses.byId(tx, formerId);
    if (former && former.lastDay >= dayOf(this.clock.now()))
      await this.pauses.revive(tx, former.id);
  }

  private async pauseAgain(tx: Tx, { subjectId: pauseId }: DoneAct): Promise<Taken> {
    const pause = await this.lock(tx, pauseId);
    if (pause && pause.lastDay < dayOf(this.clock.now())) return refuse('PAUSE_DAYS_OVER');
    if (!(await this.pauses.revive(tx, pauseId))) return refuse('ASSISTED_CHANGED_SINCE');
  }

  private async lock(tx: Tx, pauseId: string) {
    const pause = await this.pauses.byId(tx, pauseId);
    if (pause) await this.pauses.lock(tx, pause.householdId);
    return pause;
  }
}
