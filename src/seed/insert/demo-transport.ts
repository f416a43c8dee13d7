import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Id } from '../../kernel/id.js';
import type { Signer } from '../../permits/domain/es256.js';
import type { Demo } from '../demo/demo.js';
import type { Acting } from './acting.js';
import { insertRows, type Row } from './insert-rows.js';
import { permitOf } from './permits.js';
import { placeId } from './reference.js';

/** Vehicles and their runs, and who may weigh on the way. */
export async function insertRuns(db: EntityManager, demo: Demo, acting: Acting): Promise<void> {
  await insertRows(
    db,
    'vehicles',
    demo.vehicles.map((vehicle) => ({ ...vehicle })),
  );
  await insertRows(
    db,
    'runs',
    demo.runs.map(({ crewIds, marketCode, ...run }) => ({
      ...run,
      persons: crewIds.length,
      companionIds: crewIds.slice(1),
      destinationId: placeId(marketCode),
      createdBy: acting.for(run.requesterId),
    })),
  );
  await insertRows(
    db,
    'run_stops',
    demo.runStops.map((stop) => ({
      ...stop,
      arrivedHeardAt: stop.arrivedAt,
      doneHeardAt: stop.doneAt,
    })),
  );
  await insertRows(db, 'weighers', weigherRows(demo));
}

/** The driver of a run weighs what it fetches. */
function weigherRows({ runs, runStops }: Demo): Row[] {
  const driverOf = new Map(runs.map(({ id, driverId }) => [id, driverId]));
  return runStops
    .filter(({ dealId }) => dealId !== null)
    .map(({ dealId, runId }) => ({ dealId, personId: driverOf.get(runId) }));
}

/** Tests, permits signed with the key of this installation, and the checks of them at the posts. */
export async function insertPermits(
  db: EntityManager,
  demo: Demo,
  acting: Acting,
  signer: Signer,
): Promise<void> {
  await insertRows(
    db,
    'health_proofs',
    demo.healthProofs.map((proof) => ({
      ...proof,
      recordedBy: proof.personId,
      createdAt: proof.resultAt,
    })),
  );
  const permits = await Promise.all(demo.permits.map((permit) => permitOf(permit, acting, signer)));
  await insertRows(db, 'permits', permits);
  const tokens = new Map(permits.map(({ id, token }) => [id, token ?? '']));
  await insertRows(db, 'scans', scanRows(demo, tokens));
}

const scanRows = ({ scans }: Demo, tokens: ReadonlyMap<Id, string>): Row[] =>
  scans.map(({ checkpointCode, ...scan }) => ({
    ...scan,
    checkpointId: placeId(checkpointCode),
    tokenHash: createHash('sha256').update(tokens.get(scan.permitId)!).digest('base64url'),
  }));
