import { sumGrams, type Grams } from '../../kernel/units.js';
import type { Trip } from '../../permits/index.js';
import type { Run, Stop } from './run.rows.js';

/** What a run still carries: a stop that was called off or failed keeps no load (PU-11). */
export const loadOf = ({ stops }: { readonly stops: readonly Stop[] }): Grams =>
  sumGrams(
    stops
      .filter(({ kind, state }) => kind === 'PICKUP' && state !== 'SKIPPED' && state !== 'FAILED')
      .map(({ grams }) => grams),
  );

/** The run in the words of permits; `crew` overrides who is aboard, for a request that says otherwise. */
export const tripOf = (
  run: Run,
  crew: { readonly persons: number; readonly companionIds: readonly string[] } = run,
): Trip => ({
  runId: run.id,
  holderId: run.transporterId,
  requesterId: run.requesterId,
  plate: run.vehicle.plate,
  payloadG: run.vehicle.payloadG,
  driverId: run.driverId,
  companionIds: crew.companionIds,
  persons: crew.persons,
  communeIds: run.stops.flatMap(({ communeId }) => communeId ?? []),
  destinationId: run.destinationId,
  cropCode: run.cropCode,
  loadG: loadOf(run),
  startsAt: run.startsAt,
  endsAt: run.endsAt,
});
