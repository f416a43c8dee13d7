import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { dayOf, daysBetween, plusDays } from '../../kernel/day.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import { UnitOfWork, type Act } from '../../platform/database/unit-of-work.js';
import { LotRecordsStore } from '../data/lot-records.store.js';
import { CreateLot } from './create-lot.js';
import { OwnLots, termsOf } from './own-lots.js';

const DAY_MS = 86_400_000;

interface RepeatWish {
  readonly lotId: string;
  readonly newLotId: string;
  /** The hours the household saw when it agreed; left out, the earlier ones on the day after the act arrives. */
  readonly readyFrom?: Date | null;
  readonly readyTo?: Date | null;
}

/** "Đăng lại như hôm qua": the same fruit and kilograms, on the market again. */
@Injectable()
export class RepeatLot {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly lots: LotRecordsStore,
    private readonly own: OwnLots,
    private readonly creating: CreateLot,
    private readonly clock: Clock,
  ) {}

  async run(act: Act, wish: RepeatWish): Promise<{ lotId: string } | Refusal> {
    const { lotId, newLotId } = wish;
    const found = await this.own.find(act.actor, lotId);
    if (isRefusal(found)) return found;
    const source = await this.uow.run((tx) => this.lots.read(tx, lotId));
    const { lines, readyFrom, readyTo, ...terms } = termsOf(source);
    const tomorrow = plusDays(dayOf(this.clock.now()), 1);
    const shift = daysBetween(dayOf(readyFrom), tomorrow) * DAY_MS;
    const { householdId, cropCode, varietyCode, photoId } = source.lot;
    return this.creating.run(act, {
      ...terms,
      lotId: newLotId,
      householdId,
      cropCode,
      varietyCode,
      lines,
      readyFrom: wish.readyFrom ?? new Date(readyFrom.getTime() + shift),
      readyTo: wish.readyTo ?? new Date(readyTo.getTime() + shift),
      photoId,
      isPublished: true,
    });
  }
}
