import { type Day, instant } from '../../kernel/day.js';
import { apportion, randomFrom } from '../random.js';
import type { Collection, Turn } from './collection.js';
import { grouped } from './grouped.js';

/** Hundredths of a day's tickets by the hour they are written in, from five o'clock to ten. */
export const DAWN_CURVE: readonly number[] = [10, 30, 28, 18, 10, 4];
/** The points close at half past ten. */
const LAST_HOUR_MINUTES = 29;
const MINUTE_MS = 60_000;

/**
 * Every household's turn, so that the day's tickets follow the dawn curve while each truck meets its
 * households in the order of its stops, spread over the whole morning.
 */
export function turnsOf(on: Day, collections: readonly Collection[]): Turn[] {
  const random = randomFrom(`dawn/${on}`);
  const waiting = collections
    .flatMap(({ agreements, stops }) => queues(agreements, stops))
    .flatMap((queue) =>
      queue.map((each, index) => ({ ...each, rank: (index + random.next()) / queue.length })),
    )
    .toSorted((one, other) => one.rank - other.rank);
  const times = dawnTimes(on, waiting.length);
  return waiting.map(({ agreement, fetched }, index) => ({
    agreement,
    fetched,
    at: times[index]!,
    isConfirmed: true,
  }));
}

/** The households of one run wait for the same truck; those of no run come when they like. */
function queues(
  agreements: Collection['agreements'],
  stops: Collection['stops'],
): Pick<Turn, 'agreement' | 'fetched'>[][] {
  const each = agreements.map((agreement) => ({
    agreement,
    fetched: stops.get(agreement.deal.id) ?? null,
  }));
  return [...grouped(each, ({ fetched }) => fetched?.run.id ?? null).values()];
}

function dawnTimes(on: Day, count: number): Date[] {
  const random = randomFrom(`dawn-times/${on}`);
  const five = instant(on, '05:00').getTime();
  return apportion(count, DAWN_CURVE)
    .flatMap((tickets, hour) =>
      Array.from({ length: tickets }, () => {
        const isLast = hour === DAWN_CURVE.length - 1;
        return hour * 60 + random.integer(0, isLast ? LAST_HOUR_MINUTES : 59);
      }),
    )
    .toSorted((one, other) => one - other)
    .map((minutes) => new Date(five + minutes * MINUTE_MS));
}
