import { isRefusal } from '../../kernel/refusal.js';
import { COVID_2021 } from '../rule-packs/covid-2021.js';
import { drill2026 } from '../rule-packs/drill-2026.js';
import { ZONES_2021 } from '../rule-packs/zones-2021.js';
import { type PermitPlan, type PermitWish, endOfTrip, planPermit } from './issue-plan.js';
import { DRIVER, LONG_BIEN, aboard, point, tested, vn } from './rule-engine.given.js';

const DONG_PHU = point('07450', '24', 'commune:07450@2025', 'province:24');
const DRILL = drill2026({ from: vn('2026-08-01 00:00'), to: vn('2026-09-01 00:00') });

const wish = (more: Partial<PermitWish> = {}): PermitWish => ({
  trip: {
    plate: '98C12345',
    points: [DONG_PHU, LONG_BIEN],
    stops: [DONG_PHU.code, LONG_BIEN.code],
  },
  crew: [aboard(DRIVER, tested('2026-08-25 06:00'))],
  failedPools: [],
  zones: [],
  rulePacks: [DRILL],
  startsAt: vn('2026-08-26 05:00'),
  endsAt: vn('2026-08-26 13:00'),
  now: vn('2026-08-25 20:00'),
  ...more,
});
const planned = (more: Partial<PermitWish> = {}): PermitPlan => {
  const plan = planPermit(wish(more));
  if (isRefusal(plan)) throw new Error(plan.refused);
  return plan;
};

describe('the permit that the rules would let us issue', () => {
  it('PE-04 runs from an hour before the start to four hours after the end, without a person looking', () => {
    expect(planned()).toMatchObject({
      validFrom: vn('2026-08-26 04:00'),
      validTo: vn('2026-08-26 17:00'),
      isAutomatic: true,
      isIssuable: true,
      rulePackCode: 'DRILL-2026',
    });
  });

  it('ends with the first test aboard that runs out', () => {
    const crew = [aboard(DRIVER, tested('2026-08-23 15:00'))];
    expect(planned({ crew }).validTo).toEqual(vn('2026-08-26 15:00'));
  });

  it('runs no longer than the rule allows', () => {
    const pass = { ...DRILL.pass!, maxHours: 10 };
    expect(planned({ rulePacks: [{ ...DRILL, pass }] }).validTo).toEqual(vn('2026-08-26 14:00'));
  });

  it('is not planned at all when a test runs out on the way', () => {
    const crew = [aboard(DRIVER, tested('2026-08-23 11:00'))];
    expect(planPermit(wish({ crew }))).toEqual({
      refused: 'PERMIT_ENDS_EARLY',
      facts: { validTo: vn('2026-08-26 11:00').toISOString(), by: 'TEST' },
    });
  });

  it('PE-04 waits for a person when somebody aboard has no test', () => {
    expect(planned({ crew: [aboard(DRIVER)] })).toMatchObject({
      isAutomatic: false,
      isIssuable: false,
    });
  });

  it('PE-04 waits for a person when the rule wants one', () => {
    const pass = { ...DRILL.pass!, isAutomatic: false };
    expect(planned({ rulePacks: [{ ...DRILL, pass }] })).toMatchObject({
      isAutomatic: false,
      isIssuable: true,
    });
  });

  it('PE-22 is not needed once the pack is over', () => {
    const rulePacks = [{ ...DRILL, effectiveTo: vn('2026-08-25 00:00').toISOString() }];
    expect(planPermit(wish({ rulePacks }))).toEqual({ refused: 'PERMIT_NOT_NEEDED', facts: {} });
  });

  it('starts now when the trip is late, and still covers its whole length', () => {
    const plan = planned({ now: vn('2026-08-26 07:30') });
    expect(plan.validFrom).toEqual(vn('2026-08-26 07:30'));
    expect(endOfTrip(wish(), vn('2026-08-26 07:30'))).toEqual(vn('2026-08-26 15:30'));
  });

  it('of 2021 waits for a person, who looks at the papers', () => {
    const plan = planned({
      trip: {
        plate: '98C12345',
        points: [point('07486', '24', 'district:218', 'province:24'), LONG_BIEN],
        stops: ['07486', LONG_BIEN.code],
      },
      rulePacks: COVID_2021,
      zones: ZONES_2021,
      crew: [aboard(DRIVER, tested('2021-08-20 06:00'))],
      startsAt: vn('2021-08-21 05:00'),
      endsAt: vn('2021-08-21 13:00'),
      now: vn('2021-08-20 20:00'),
    });
    expect(plan).toMatchObject({
      validTo: vn('2021-08-21 17:00'),
      isAutomatic: false,
      isIssuable: true,
      rulePackCode: 'VN-5187',
    });
  });
});
