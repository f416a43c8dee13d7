import { basisPoints, grams, type Grams } from '../../../../../src/kernel/units.js';
import { missingOf, takenOf, takenOfOne } from '../../../../../src/runs/domain/shortage.js';
import type { Waiting } from '../../offline/queue.js';
import type { StopSpares } from './replace-documents.js';

type Option = StopSpares['options'][number];

/** What a stop did not give, and what could come in its place, as far as this phone knows. */
export interface ShortageHere {
  /** What the order lacks of what was promised. */
  readonly missing: Grams;
  /** This stop gave less than it was counted on for. */
  readonly isShort: boolean;
  readonly options: readonly (Option & { readonly takes: Grams })[];
  /** What is taken of each, in the order driven to. */
  takenOf(backupIds: readonly string[]): ReadonlyMap<string, Grams>;
}

interface DriverAct {
  readonly stopId: string;
  readonly outcome?: 'DONE' | 'PARTIAL' | 'FAILED';
  readonly backupIds?: readonly string[];
  readonly seen?: { readonly takenGrams: number };
}

const inputOf = (act: Waiting): DriverAct => act.variables['input'] as DriverAct;

/**
 * The books of the run as they were read, and on top of them what the driver has done since: stops nothing came from, and
 * what was already chosen in their place.
 * @param promised of this stop
 * @param readAt device time of the server's answer
 */
export function shortageHere(
  stop: { readonly id: string; readonly promised: Grams },
  stops: readonly StopSpares[],
  queue: readonly Waiting[],
  readAt: number,
): ShortageHere | undefined {
  const here = stops.find(({ stopId }) => stopId === stop.id);
  if (!here) return undefined;
  const said = queue.filter(({ state }) => state !== 'refused');
  const failed = new Set(
    said
      .filter((act) => act.operation === 'CompleteStop' && inputOf(act).outcome === 'FAILED')
      .map((act) => inputOf(act).stopId),
  );
  const decided = said
    .filter(({ operation }) => operation === 'ReplaceAllocation')
    .filter(({ state, settledAt }) => state !== 'sent' || (settledAt ?? 0) > readAt)
    .map(inputOf);
  const lost = stops.filter(({ stopId }) => failed.has(stopId));
  const counted = failed.has(here.stopId) ? 0 : here.counted;
  const comes = sum(decided.map(({ seen }) => seen?.takenGrams ?? 0));
  const { promised, expected, tolerance } = here.balance;
  const missing = missingOf({
    promised,
    expected: grams(expected - sum(lost.map((one) => one.counted)) + comes),
    tolerance: basisPoints(tolerance),
  });
  const freed = sum(lost.filter((one) => one !== here).map((one) => one.counted));
  const most = Math.min(missing, Math.max(0, here.room + freed - comes - counted));
  const chosen = new Set(decided.flatMap(({ backupIds = [] }) => backupIds));
  const spares = here.options
    .filter(({ backupId }) => !chosen.has(backupId))
    .map((option) => ({ option, id: option.backupId, ...spareOf(option) }));
  return {
    missing,
    isShort: missing > 0 && counted < stop.promised,
    options: spares
      .map((spare) => ({ ...spare.option, takes: takenOfOne(spare, most) }))
      .filter(({ takes }) => takes > 0),
    takenOf: (backupIds) =>
      takenOf(
        spares.filter(({ id }) => backupIds.includes(id)),
        most,
      ),
  };
}

const spareOf = ({ leastGrams, backup }: Option) => ({ leastGrams, grams: backup.grams });

const sum = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0);
