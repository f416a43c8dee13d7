import type { EntityManager } from 'typeorm';
import type { Demo } from '../demo/demo.js';
import { insertRows } from './insert-rows.js';
import { hamletId, unitId } from './reference.js';

/** Everyone, their parties and land, and what they plan and report. */
export async function insertPeople(db: EntityManager, demo: Demo): Promise<void> {
  await insertRows(
    db,
    'people',
    demo.people.map(({ id, phone, name, createdAt }) => ({ id, phone, name, createdAt })),
  );
  await insertRows(
    db,
    'parties',
    demo.parties.map(({ unit, hamletCode, ...party }) => ({
      ...party,
      communeId: unitId(unit),
      hamletId: hamletCode === null ? null : hamletId(hamletCode),
    })),
  );
  await insertRows(
    db,
    'memberships',
    demo.memberships.map(({ personId, partyId, role }) => ({ personId, partyId, role })),
  );
  await insertRows(
    db,
    'party_territories',
    demo.partyTerritories.map(({ partyId, unit }) => ({ partyId, unitId: unitId(unit) })),
  );
  await insertRows(
    db,
    'coop_members',
    demo.coopMembers.map(({ coopId, householdId, joinedOn }) => ({
      coopId,
      householdId,
      joinedOn,
    })),
  );
  await insertRows(
    db,
    'plots',
    demo.plots.map(({ id, householdId, unit, cropCode, varietyCode, areaM2, plantedYear }) => ({
      id,
      householdId,
      unitId: unitId(unit),
      cropCode,
      varietyCode,
      areaM2,
      plantedYear,
    })),
  );
  await insertRows(
    db,
    'production_plans',
    demo.productionPlans.map(({ unit, ...plan }) => ({ ...plan, communeId: unitId(unit) })),
  );
  await insertRows(
    db,
    'forecasts',
    demo.forecasts.map(({ unit, ...forecast }) => ({ ...forecast, communeId: unitId(unit) })),
  );
}
