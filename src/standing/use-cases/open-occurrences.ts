import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { dayOf, type Day } from '../../kernel/day.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import {
  isOvertaken,
  LOOKS,
  OrderAgain,
  type AgainRefusal,
  type PlannedAgain,
} from '../../orders/index.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { Clockwork } from '../../platform/events/clockwork.js';
import { Outbox } from '../../platform/events/outbox.js';
import { oneByOne } from '../../platform/events/one-by-one.js';
import { StandingStore, type DecidedDay, type StandingOrder } from '../data/standing.store.js';
import { dueDays, isDue, occurrenceOn } from '../domain/calendar.js';
import { emptyReason } from '../domain/empty.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** A standing order came round: its order is there and households are asked. */
    'standing.opened': { orderId: string };
  }
}

const SWEEP = 'standing.open-occurrences';
const PAGE = 200;

/**
 * Every few minutes, the orders of standing orders whose time has come (OR-07). Planned before a transaction opens; then
 * one day a transaction: locked, looked at again, made together with its order and the first question to households, and kept from a second one by its key. Where nothing
 * fits nothing is made and nobody hears of it; the day is tried again until its pick-up begins.
 */
@Injectable()
export class OpenOccurrences implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: StandingStore,
    private readonly again: OrderAgain,
    private readonly outbox: Outbox,
    private readonly clockwork: Clockwork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.clockwork.every('*/5 * * * *', SWEEP, () => this.run());
  }

  async run(): Promise<void> {
    const now = this.clock.now();
    for (let after: string | null = null; ;) {
      const page: StandingOrder[] = await this.store.activeAfter(after, PAGE);
      const decided = await this.store.decided(
        page.map(({ id }) => id),
        dayOf(now),
      );
      for (const standing of page) {
        const over = daysOver(decided.filter((day) => day.standingOrderId === standing.id));
        const due = dueDays(standing, now).filter((day) => !over.has(day));
        await oneByOne(SWEEP, due, (day) => {
          const own = decided.find((one) => one.standingOrderId === standing.id && one.day === day);
          return this.open(standing, day, own?.lines ?? standing.lines, now);
        });
      }
      const last = page.at(-1);
      if (!last || page.length < PAGE) return;
      after = last.id;
    }
  }

  private async open(
    { id, templateId }: StandingOrder,
    day: Day,
    lines: StandingOrder['lines'],
    now: Date,
  ): Promise<void> {
    for (let look = 1; ; look += 1) {
      const planned = await this.again.plan({ templateId, day, lines });
      const opened = await this.uow.run((tx) => this.make(tx, { id, day }, lines, planned, now));
      if (!isRefusal(opened)) return;
      if (isOvertaken(opened) && look < LOOKS) continue;
      const word = { state: 'EMPTY', reason: emptyReason(opened.refused) } as const;
      await this.uow.run((tx) => this.store.decide(tx, { id, day }, word, now));
      return;
    }
  }

  /** @returns nothing as well when somebody else is at it or was, or its buyer has changed it since it was planned */
  private async make(
    tx: Tx,
    { id, day }: { readonly id: string; readonly day: Day },
    lines: StandingOrder['lines'],
    planned: PlannedAgain | Refusal<AgainRefusal>,
    now: Date,
  ): Promise<void | Refusal<AgainRefusal | 'OCCURRENCE_OPEN'>> {
    const standing = await this.store.lockFree(tx, id);
    const occurrence = standing && occurrenceOn(standing, day);
    if (!occurrence || !isDue(occurrence, now)) return;
    const decided = await this.store.decidedOfLocked(tx, id, day);
    if (daysOver(decided).has(day)) return;
    const wished = decided.find((one) => one.day === day)?.lines ?? standing.lines;
    if (JSON.stringify(wished) !== JSON.stringify(lines)) return;
    if (isRefusal(planned)) return planned;
    const made = await this.again.open(tx, planned, standing.createdBy);
    if (isRefusal(made)) return made;
    if (!(await this.store.markOpened(tx, { id, day }, made.orderId, now)))
      return refuse('OCCURRENCE_OPEN');
    await this.outbox.publish(tx, 'standing.opened', made);
  }
}

/** Days nothing is to be made for any more. */
const daysOver = (decided: readonly DecidedDay[]): ReadonlySet<Day> =>
  new Set(
    decided.filter(({ state }) => state === 'OPENED' || state === 'SKIPPED').map(({ day }) => day),
  );
