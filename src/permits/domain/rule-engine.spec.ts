import { drill2026 } from '../rule-packs/drill-2026.js';
import { ZONES_2021 } from '../rule-packs/zones-2021.js';
import {
  vn,
  point,
  NGHIA_PHUONG,
  BAC_GIANG_CITY,
  LONG_BIEN,
  HAI_PHONG,
  DRIVER,
  tested,
  aboard,
  both,
  greenLane,
  judged,
  gist,
  packOf,
  levelOf,
} from './rule-engine.given.js';
import type { RulePack, ZoneStatus } from './rule-pack.js';
import type { Traveller } from './test-proofs.js';
import type { VehiclePass } from './vehicle-pass.js';
import { statusAt } from './zones.js';

describe('rules as data', () => {
  it('leaving a Directive-16 place for a less strict one asks a test, the way in does not (5753)', () => {
    const leaving = { at: '2021-07-25 09:00', points: [LONG_BIEN, NGHIA_PHUONG] };
    expect(judged(leaving).reasons[0]?.code).toBe('TEST_MISSING');
    const entering = judged({ at: '2021-07-25 09:00', crew: both(tested('2021-07-24 08:00')) });
    expect(entering.reasons.find(({ ruleId }) => ruleId === 'VN-TEST-5753')?.code).toBe(
      'NO_TEST_NEEDED',
    );
  });

  it('leaving a Directive-16 place for a stricter one asks none (5753)', () => {
    const zones = [levelOf('city:Hải Phòng', 'BLOCKADE'), ...ZONES_2021];
    const points = [LONG_BIEN, HAI_PHONG];
    const asked = judged({ at: '2021-07-25 09:00', points, more: { zones } });
    expect(asked.reasons.find(({ ruleId }) => ruleId === 'VN-TEST-5753')?.code).toBe(
      'NO_TEST_NEEDED',
    );
  });

  it('a card for a road that was never under Directive 16 does not end with it (1570)', () => {
    const pass = greenLane('2021-09-18 08:00', '2021-09-30 00:00', {
      issuer: 'vantai.drvn.gov.vn',
      stops: [NGHIA_PHUONG.code, HAI_PHONG.code],
    });
    const crew = both(tested('2021-09-24 08:00'));
    const points = [NGHIA_PHUONG, HAI_PHONG];
    expect(gist(judged({ at: '2021-09-25 09:00', points, crew, pass }))).toBe(
      'PASS PASS_VALID VN-5187 2021-09-27 08:00',
    );
  });

  it('between two places under Directive 16 the test is waived from 22 July (5886)', () => {
    const zones = [levelOf('city:Hải Phòng', 'CT16'), ...ZONES_2021];
    const points = [HAI_PHONG, NGHIA_PHUONG, LONG_BIEN];
    const at = (day: string) =>
      judged({
        at: day,
        points,
        more: { zones: [levelOf('city:Hà Nội', 'CT16'), ...zones] },
      }).reasons.find(({ ruleId }) => ruleId === 'VN-TEST-5753')?.code;
    expect(at('2021-07-21 23:59')).toBe('TEST_MISSING');
    expect(at('2021-07-22 00:00')).toBe('NO_TEST_NEEDED');
  });

  it('the narrowest unit with a status speaks: a blockaded commune in a released district', () => {
    const zones = [levelOf('commune:07486@2020', 'BLOCKADE'), ...ZONES_2021];
    expect(statusAt(NGHIA_PHUONG.units, zones, vn('2021-07-20 09:00'))?.measure).toBe('BLOCKADE');
    expect(statusAt(BAC_GIANG_CITY.units, zones, vn('2021-07-20 09:00'))).toBeUndefined();
  });

  it('after NQ 128 people with symptoms, from level 4, or named by the health office are asked', () => {
    const at = (person: Partial<Traveller>, measure: ZoneStatus['measure']) =>
      judged({
        at: '2021-10-20 09:00',
        crew: [{ ...aboard(DRIVER), ...person }],
        more: { zones: [levelOf('commune:07486@2020', measure)] },
      }).verdict;
    expect(at({}, 'LEVEL_3')).toBe('PASS');
    expect(at({ hasSymptoms: true }, 'LEVEL_2')).toBe('HOLD');
    expect(at({ hasSymptoms: true, isImmune: true }, 'LEVEL_2')).toBe('PASS');
    expect(at({ isIndicated: true, isImmune: true }, 'LEVEL_3')).toBe('HOLD');
    expect(at({ isImmune: true }, 'LEVEL_4')).toBe('HOLD');
  });

  it('a later positive result stops a person whose earlier test would still count', () => {
    const sick = aboard(
      DRIVER,
      tested('2021-07-27 08:00'),
      tested('2021-07-28 08:00', '2021-07-28 09:00', { isNegative: false }),
    );
    const at = (clock: string) => judged({ at: `2021-07-28 ${clock}`, crew: [sick] }).reasons[0];
    expect(at('08:59')?.code).toBe('SHOW_TEST_PAPERS');
    expect(at('09:00')?.code).toBe('PERSON_POSITIVE');
  });

  it('a card for another plate or another person holds the truck', () => {
    const at = (more: Partial<VehiclePass>) =>
      judged({
        at: '2021-08-05 10:00',
        pass: greenLane('2021-07-24 08:00', '2021-08-10 00:00', more),
      });
    expect(at({ plate: '98C99999' }).reasons.map(({ code }) => code)).toContain('PLATE_MISMATCH');
    expect(at({ personIds: [DRIVER] }).reasons.map(({ code }) => code)).toContain(
      'PERSON_NOT_DECLARED',
    );
    expect(at({ isRevoked: true }).reasons.map(({ code }) => code)).toContain('PASS_REVOKED');
  });

  it('a rule that asks for tests holds a truck whose people nobody has named', () => {
    expect(gist(judged({ at: '2021-07-28 15:00', crew: [] }))).toBe('HOLD CREW_UNKNOWN VN-7630');
  });

  it('road hours are a rule like any other', () => {
    const hours: RulePack = {
      ...packOf('VN-128'),
      id: 'HN-HOURS',
      openHours: [
        { from: '00:00', to: '06:00' },
        { from: '21:00', to: '24:00' },
      ],
    };
    const at = (clock: string) =>
      gist(judged({ at: `2021-11-01 ${clock}`, more: { rulePacks: [hours], zones: [] } }));
    expect(at('05:59')).toBe('PASS - - 2021-11-01 06:00');
    expect(at('06:00')).toBe('HOLD OUTSIDE_HOURS HN-HOURS');
    expect(at('21:00')).toBe('PASS - - 2021-11-02 00:00');
  });
});

describe('the drill of 2026', () => {
  const rulePacks = [drill2026({ from: vn('2026-08-01 00:00'), to: vn('2026-08-15 00:00') })];
  const COMMUNE = point('07486', '24', 'commune:07486@2025', 'province:24');
  const points = [COMMUNE, LONG_BIEN];
  const permit = greenLane('2026-08-05 03:00', '2026-08-06 03:00', {
    kind: 'LUC_NAM_PERMIT',
    issuer: 'LUCNAM',
  });
  const crew = both(tested('2026-08-04 07:00', '2026-08-04 08:00'));
  const more = { rulePacks, zones: [] };

  it('asks for our permit and a test of everyone, and says what to do next', () => {
    const bare = judged({ at: '2026-08-05 04:00', points, more });
    expect(bare).toMatchObject({ verdict: 'HOLD', permitNeeded: true, nextAction: 'GET_TESTED' });
    const testedOnly = judged({ at: '2026-08-05 04:00', points, crew, more });
    expect(gist(testedOnly)).toBe('HOLD NO_PERMIT DRILL-2026');
    expect(testedOnly.nextAction).toBe('APPLY_FOR_PERMIT');
  });

  it('passes with both, until the first of permit and tests ends', () => {
    const now = judged({ at: '2026-08-05 04:00', points, crew, pass: permit, more });
    expect(gist(now)).toBe('PASS TESTS_VALID DRILL-2026 2026-08-06 03:00');
    expect(now).toMatchObject({ endsWith: 'PASS', isAutomatic: true, passMaxHours: 24 });
    const older = both(tested('2026-08-02 20:00'));
    const ends = judged({ at: '2026-08-05 04:00', points, crew: older, pass: permit, more });
    expect(ends).toMatchObject({ endsWith: 'TEST', validUntil: vn('2026-08-05 20:00') });
  });

  it('PE-22: outside its window, and on any other road, nothing is required', () => {
    expect(judged({ at: '2026-08-15 00:00', points, more }).verdict).toBe('NOT_REQUIRED');
    expect(judged({ at: '2026-07-31 23:59', points, more }).verdict).toBe('NOT_REQUIRED');
    const elsewhere = [COMMUNE, HAI_PHONG];
    expect(judged({ at: '2026-08-05 04:00', points: elsewhere, more }).verdict).toBe(
      'NOT_REQUIRED',
    );
    expect(judged({ at: '2026-08-05 04:00', points, more: { rulePacks: [] } })).toMatchObject({
      verdict: 'NOT_REQUIRED',
      permitNeeded: false,
      reasons: [],
    });
  });
});
