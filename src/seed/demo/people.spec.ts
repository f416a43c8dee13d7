import { day } from '../../kernel/day.js';
import { isId } from '../../kernel/id.js';
import { COMMUNES_2021 } from '../facts/admin-units.js';
import { buildDemo } from './demo.js';
import type { PartyKind, Role } from './people-rows.js';
import { PERSONAS } from './registry.js';

const demo = buildDemo({ today: day('2026-11-24'), scale: 1 });
const ofKind = (kind: PartyKind) => demo.parties.filter((party) => party.kind === kind);
const withRole = (role: Role) => demo.memberships.filter((one) => one.role === role);

const NATIONAL_MOBILE = /^0(3[2-9]|5[25689]|7[06-9]|8[1-9]|9\d)\d{7}$/;

describe('the people of the demo district', () => {
  it('are as many as the recipe says', () => {
    expect({
      households: ofKind('HOUSEHOLD').length,
      cooperatives: ofKind('COOPERATIVE').length,
      traders: ofKind('TRADER').length,
      transporters: ofKind('TRANSPORTER').length,
      vehicles: demo.vehicles.length,
      drivers: withRole('DRIVER').length,
      posts: ofKind('CHECKPOINT').length,
      officers: withRole('CHECKPOINT_OFFICER').length,
      communeClerks: withRole('COMMUNE_OFFICER').length,
      officeStaff: withRole('OFFICE_STAFF').length,
      administrators: withRole('ADMIN').length,
    }).toEqual({
      households: 710,
      cooperatives: 8,
      traders: 45,
      transporters: 25,
      vehicles: 60,
      drivers: 60,
      posts: 7,
      officers: 12,
      communeClerks: 25,
      officeStaff: 4,
      administrators: 1,
    });
  });

  it('grow na commune by commune as the orchards lie', () => {
    const naGrowers = new Set(
      demo.plots.filter(({ cropCode }) => cropCode === 'NA').map(({ householdId }) => householdId),
    );
    const count = (code: string) =>
      ofKind('HOUSEHOLD').filter(({ id, unit }) => unit.code === code && naGrowers.has(id)).length;

    expect(['07486', '07504', '07453', '07450', '07483', '07495'].map(count)).toEqual([
      180, 130, 120, 60, 60, 50,
    ]);
  });

  it('ID-01 have a Vietnamese mobile number each, all from the demo block', () => {
    const phones = demo.people.map(({ phone }) => phone);

    expect(new Set(phones).size).toBe(phones.length);
    expect(phones.filter((phone) => !phone.startsWith('+84900'))).toEqual([]);
    expect(phones.filter((phone) => !NATIONAL_MOBILE.test(phone.replace('+84', '0')))).toEqual([]);
  });

  it('include one persona for each way of using the product, with phones that are easy to say', () => {
    const rolesOf = ({ phone }: { phone: string }) => {
      const person = demo.people.find((each) => each.phone === phone)!;
      return demo.memberships
        .filter(({ personId }) => personId === person.id)
        .map(({ role }) => role);
    };

    expect(
      Object.fromEntries(Object.entries(PERSONAS).map(([who, one]) => [who, rolesOf(one)])),
    ).toEqual({
      grower: ['GROWER'],
      trader: ['TRADER'],
      driver: ['DRIVER'],
      checkpoint: ['CHECKPOINT_OFFICER'],
      office: ['OFFICE_STAFF'],
      cooperative: ['COOP_CLERK'],
      commune: ['COMMUNE_OFFICER'],
      admin: ['ADMIN'],
    });
    expect(PERSONAS.grower.phone).toBe('+84900000001');
    expect(PERSONAS.admin.phone).toBe('+84900000009');
  });

  it('hold invented bank accounts in about half of the households', () => {
    const withBank = ofKind('HOUSEHOLD').filter(({ bankAccount }) => bankAccount !== null);

    expect(withBank.length).toBeGreaterThan(310);
    expect(withBank.length).toBeLessThan(400);
    expect(
      withBank.every(
        ({ bankAccount, bankBin }) => bankAccount!.startsWith('0000') && /^\d{6}$/.test(bankBin!),
      ),
    ).toBe(true);
  });

  it('have ids of the right form, one to a row', () => {
    const rows = [demo.people, demo.parties, demo.plots, demo.forecasts, demo.productionPlans];
    for (const table of rows) {
      const ids = table.map(({ id }) => id);
      expect(ids.every(isId)).toBe(true);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('put the grower persona into the cooperative of the cooperative persona', () => {
    const partyOf = (phone: string) => {
      const person = demo.people.find((each) => each.phone === phone)!;
      return demo.memberships.find(({ personId }) => personId === person.id)!.partyId;
    };
    const coopId = partyOf(PERSONAS.cooperative.phone);
    const householdId = partyOf(PERSONAS.grower.phone);

    expect(demo.coopMembers.filter((one) => one.householdId === householdId)).toEqual([
      { coopId, householdId, joinedOn: '2021-07-01' },
    ]);
  });

  it('answer for ground: each commune clerk for one commune, the office for all, old and new', () => {
    const office = ofKind('OFFICE').find(({ name }) => name === 'Phòng Nông nghiệp Lục Nam')!;
    const ground = (partyId: string) =>
      demo.partyTerritories.filter((one) => one.partyId === partyId);

    expect(ground(office.id)).toHaveLength(33);
    const communeOffices = ofKind('OFFICE').filter(({ id }) => id !== office.id);
    expect(communeOffices.map(({ id }) => ground(id).length)).toEqual(COMMUNES_2021.map(() => 1));
  });
});

describe('plots', () => {
  it('are orchards of 0.07 to 1.5 ha, half of them below 0.3 ha', () => {
    const orchards = demo.plots
      .filter(({ cropCode }) => cropCode === 'NA')
      .map(({ areaM2 }) => areaM2)
      .toSorted((one, other) => one - other);

    expect(orchards[0]).toBeGreaterThanOrEqual(700);
    expect(orchards.at(-1)).toBeLessThanOrEqual(15_000);
    expect(orchards[Math.floor(orchards.length / 2)]).toBeGreaterThan(2700);
    expect(orchards[Math.floor(orchards.length / 2)]).toBeLessThan(3300);
  });
});

describe('production plans', () => {
  const plans = demo.productionPlans;

  it('sum to what the district plans of na: 8,300 t and 6,000 t a year', () => {
    const tonnes = (season: string) =>
      plans
        .filter((plan) => plan.cropCode === 'NA' && plan.season === season)
        .reduce((sum, { expectedG }) => sum + expectedG, 0) / 1_000_000;

    expect(tonnes('2021-MAIN')).toBe(8300);
    expect(tonnes('2026-OFF')).toBe(6000);
  });

  it('PL-01 stand once for each commune, crop and season, with their window', () => {
    const keys = plans.map(({ unit, cropCode, season }) => `${unit.code}/${cropCode}/${season}`);

    expect(new Set(keys).size).toBe(plans.length);
    expect(plans.filter(({ firstDay, lastDay }) => firstDay >= lastDay)).toEqual([]);
  });
});

describe('forecasts', () => {
  const { forecasts } = demo;

  it('reach from three days ago to a fortnight ahead', () => {
    const days = [...new Set(forecasts.map((row) => row.day))].toSorted();

    expect(days[0]).toBe('2026-11-21');
    expect(days.at(-1)).toBe('2026-12-08');
  });

  it('PL-03 count once for a household, crop and day; a revision leaves the first word standing', () => {
    const current = forecasts.filter(({ isCurrent }) => isCurrent);
    const keys = current.map((row) => `${row.householdId}/${row.cropCode}/${row.day}`);

    expect(new Set(keys).size).toBe(keys.length);
    expect(forecasts.filter(({ revision }) => revision === 2).length).toBeGreaterThan(50);
    expect(forecasts.length - current.length).toBe(
      forecasts.filter(({ revision }) => revision === 2).length,
    );
  });

  it('PL-05 leave many out: tomorrow is better known than the week after', () => {
    const count = (on: string) => forecasts.filter((row) => row.day === on && row.isCurrent).length;

    expect(count('2026-11-25')).toBeGreaterThan(2 * count('2026-12-07'));
    const growers = new Set(demo.plots.map(({ householdId }) => householdId));
    expect(count('2026-11-25')).toBeLessThan(growers.size);
  });

  it('were said before today by somebody known', () => {
    const people = new Set(demo.people.map(({ id }) => id));

    expect(forecasts.filter(({ reportedBy }) => !people.has(reportedBy))).toEqual([]);
    const midnight = new Date('2026-11-24T00:00:00+07:00');
    expect(forecasts.filter(({ createdAt }) => createdAt >= midnight)).toEqual([]);
  });
});
