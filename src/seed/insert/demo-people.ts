import type { EntityManager } from 'typeorm';
import type { Demo } from '../demo/demo.js';
import { undoUntil } from '../../accounts/domain/assisted.js';
import { POWERS } from '../../accounts/domain/grants.js';
import { idOf } from '../demo/ids.js';
import { insertRows, type Row } from './insert-rows.js';
import { hamletId, unitId } from './reference.js';

/** Reports that somebody else made for a household, as far as they still count. */
const assistedOf = ({ forecasts, memberships }: Demo): Row[] => {
  const partyOf = new Map(memberships.map(({ personId, partyId }) => [personId, partyId]));
  return forecasts
    .filter(({ source, isCurrent }) => source !== 'GROWER' && isCurrent)
    .map(({ id, householdId, reportedBy, source, cropCode, grams, day, createdAt }) => ({
      id: idOf(`assisted/${id}`),
      householdId,
      partyId: partyOf.get(reportedBy),
      personId: reportedBy,
      role: source === 'OFFICER' ? 'COMMUNE_OFFICER' : 'COOP_CLERK',
      kind: 'HARVEST_REPORTED',
      subjectId: id,
      facts: { cropCode, grams, day },
      createdAt,
      undoUntil: undoUntil('HARVEST_REPORTED', createdAt),
    }));
};

/** A trader whose papers an administrator has not looked at yet. */
async function insertWaitingTrader(db: EntityManager, { parties }: Demo): Promise<void> {
  const createdAt = parties[0]?.createdAt;
  const personId = idOf('person/waiting-trader');
  const partyId = idOf('party/waiting-trader');
  const name = 'Vựa Minh Phát';
  await insertRows(db, 'people', [
    { id: personId, phone: '+84900999998', name: 'Ngô Văn Phát', createdAt },
  ]);
  const papers = {
    taxCode: '0012345678',
    plate: '98C-246.80',
    communeId: unitId(parties[0]!.unit),
  };
  await insertRows(db, 'parties', [
    { id: partyId, kind: 'TRADER', name, state: 'PENDING_APPROVAL', createdAt, ...papers },
  ]);
  await insertRows(db, 'memberships', [{ personId, partyId, role: 'TRADER' }]);
}

/** Every member lets its cooperative do all there is. */
function grantsOf({ coopMembers }: Demo): Row[] {
  return coopMembers.flatMap(({ coopId, householdId, joinedOn }) =>
    POWERS.map((power) => ({
      id: idOf(`grant/${householdId}/${coopId}/${power}`),
      grantorId: householdId,
      granteeId: coopId,
      power,
      consent: 'MEMBERSHIP',
      grantedAt: joinedOn,
    })),
  );
}

/** Households of no cooperative let their commune sell for them. */
function communeGrantsOf({ parties, partyTerritories, memberships, coopMembers }: Demo): Row[] {
  const members = new Set(coopMembers.map(({ householdId }) => householdId));
  const officers = new Set(
    memberships.filter(({ role }) => role === 'COMMUNE_OFFICER').map(({ partyId }) => partyId),
  );
  const officeOf = new Map(
    partyTerritories
      .filter(({ partyId }) => officers.has(partyId))
      .map(({ partyId, unit }) => [unitId(unit), partyId]),
  );
  const growerOf = new Map(
    memberships
      .filter(({ role }) => role === 'GROWER')
      .map(({ personId, partyId }) => [partyId, personId]),
  );
  return parties.flatMap(({ id, kind, unit, createdAt }) => {
    const officeId = officeOf.get(unitId(unit));
    const grantedBy = growerOf.get(id);
    if (kind !== 'HOUSEHOLD' || members.has(id) || !officeId || !grantedBy) return [];
    return [
      {
        id: idOf(`grant/${id}/${officeId}/SELL_FOR`),
        grantorId: id,
        granteeId: officeId,
        power: 'SELL_FOR',
        consent: 'OWN_PHONE',
        grantedAt: createdAt,
        grantedBy,
      },
    ];
  });
}

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
  await insertRows(db, 'party_grants', grantsOf(demo));
  await insertRows(db, 'party_grants', communeGrantsOf(demo));
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
    'production_plans',
    demo.householdPlans.map(({ unit, ...plan }) => ({ ...plan, communeId: unitId(unit) })),
  );
  await insertRows(
    db,
    'field_events',
    demo.fieldEvents.map(({ unit, ...event }) => ({ ...event, communeId: unitId(unit) })),
  );
  await insertRows(db, 'field_event_plots', demo.fieldEventPlots);
  await insertRows(
    db,
    'forecasts',
    demo.forecasts.map(({ unit, ...forecast }) => ({ ...forecast, communeId: unitId(unit) })),
  );
  await insertRows(db, 'assisted_acts', assistedOf(demo));
  await insertWaitingTrader(db, demo);
}
