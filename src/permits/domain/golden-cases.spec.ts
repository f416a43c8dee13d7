import { ZONES_2021 } from '../rule-packs/zones-2021.js';
import {
  type Case,
  vn,
  point,
  NGHIA_PHUONG,
  BAC_GIANG_CITY,
  HAI_PHONG,
  DRIVER,
  LOADER,
  tested,
  aboard,
  both,
  greenLane,
  judged,
  gist,
  packOf,
  levelOf,
} from './rule-engine.given.js';
import { statusAt } from './zones.js';

describe('golden cases of July 2021 to June 2022', () => {
  const HOURS_67 = tested('2021-07-25 10:00', '2021-07-25 20:00');
  const FRESH = tested('2021-08-24 07:00', '2021-08-24 08:00');
  const oldSite = greenLane('2021-08-20 08:00', '2021-08-28 08:00');
  const MUST_PASS = both(tested('2021-08-26 07:00', '2021-08-26 08:00'));

  it.each<[string, Case, string]>([
    [
      '1: new normal to new normal inside the province asks no test',
      { at: '2021-07-20 09:00', points: [NGHIA_PHUONG, BAC_GIANG_CITY] },
      'PASS NO_TEST_NEEDED VN-TEST-5753 2021-10-11 00:00',
    ],
    [
      '2: Hải Phòng counts five days from the swab',
      {
        at: '2021-07-22 06:00',
        points: [NGHIA_PHUONG, HAI_PHONG],
        crew: both(tested('2021-07-18 08:00')),
      },
      'PASS TESTS_VALID HP-2021-07-08 2021-07-23 08:00',
    ],
    [
      '3: Hà Nội turns back a tested truck without a green-lane card',
      { at: '2021-07-25 09:00', crew: both(tested('2021-07-24 08:00')) },
      'TURN_BACK NO_GREEN_LANE HN-17CT-2021-07-24',
    ],
    [
      '5: with a card and 67 hours from the result it must not be stopped, though 77 from the swab',
      {
        at: '2021-07-28 15:00',
        crew: both(HOURS_67),
        pass: greenLane('2021-07-24 08:00', '2021-08-06 00:00'),
      },
      'PASS TESTS_VALID VN-7630 2021-07-28 20:00',
    ],
    [
      '6: without the card the papers are looked at, then it passes',
      { at: '2021-07-28 15:00', crew: both(HOURS_67) },
      'CHECK SHOW_TEST_PAPERS VN-7630 2021-07-28 20:00',
    ],
    [
      '7: a card in date is not checked on QL1, whatever the tests',
      { at: '2021-08-05 10:00', pass: greenLane('2021-07-24 08:00', '2021-08-10 00:00') },
      'PASS PASS_VALID VN-GREENLANE-1 2021-08-10 00:00',
    ],
    [
      '7: the depot gate still asks for the test that the road did not',
      {
        at: '2021-08-05 10:00',
        crew: both(tested('2021-08-04 08:00')),
        pass: greenLane('2021-07-24 08:00', '2021-08-10 00:00'),
        more: { where: 'DEPOT' },
      },
      'CHECK SHOW_TEST_PAPERS VN-5187 2021-08-07 08:00',
    ],
    [
      '7: the depot gate holds a truck whose people were not tested',
      {
        at: '2021-08-05 10:00',
        pass: greenLane('2021-07-24 08:00', '2021-08-10 00:00'),
        more: { where: 'DEPOT' },
      },
      'HOLD TEST_MISSING VN-5187',
    ],
    [
      '8: the printed end of a card is forgiven while Hà Nội is under Directive 16',
      { at: '2021-08-10 09:00', pass: greenLane('2021-07-23 08:00', '2021-08-06 00:00') },
      'PASS PASS_END_IGNORED VN-QR-GRACE 2021-08-24 00:00',
    ],
    [
      '10: a card of the old site issued before the change passes until it expires',
      { at: '2021-08-27 09:00', crew: MUST_PASS, pass: oldSite },
      'PASS PASS_VALID VN-5187 2021-08-28 08:00',
    ],
    [
      '11: goods for a stop that was not declared hold the truck',
      {
        at: '2021-08-25 09:00',
        points: [NGHIA_PHUONG, point('HN_DENLU', '01', 'city:Hà Nội')],
        crew: both(FRESH),
        pass: oldSite,
      },
      'HOLD OFF_ITINERARY VN-GREENLANE-1',
    ],
    [
      '12: after NQ 128 a vaccinated driver from a level-2 commune is asked nothing',
      {
        at: '2021-10-20 09:00',
        crew: [{ ...aboard(DRIVER), isImmune: true }],
        more: { zones: [levelOf('commune:07486@2020', 'LEVEL_2'), ...ZONES_2021] },
      },
      'PASS NO_TEST_NEEDED VN-10906',
    ],
    ['16: in June 2022 nothing is required', { at: '2022-06-01 09:00' }, 'NOT_REQUIRED - -'],
    [
      '16: not even on the way to Hải Phòng',
      { at: '2022-06-01 09:00', points: [NGHIA_PHUONG, HAI_PHONG] },
      'NOT_REQUIRED - -',
    ],
  ])('case %s', (_, given, expected) => {
    expect(gist(judged(given))).toBe(expected);
  });

  it('case 10: the same card issued at 18:00 on 26 August is not accepted', () => {
    const issued = (clock: string) =>
      judged({
        at: '2021-08-27 09:00',
        crew: MUST_PASS,
        pass: greenLane(`2021-08-26 ${clock}`, '2021-08-30 08:00'),
      });
    expect(issued('17:59').verdict).toBe('PASS');
    expect(issued('18:00').reasons.map(({ code }) => code)).toContain('PASS_ISSUER_CLOSED');
    expect(issued('18:00').verdict).toBe('CHECK');
  });

  it('case 11: the paper is to be removed', () => {
    const points = [NGHIA_PHUONG, point('HN_DENLU', '01', 'city:Hà Nội')];
    const held = judged({ at: '2021-08-25 09:00', points, crew: both(FRESH), pass: oldSite });
    expect(held.nextAction).toBe('REMOVE_PASS');
    expect(held.reasons[0]?.facts).toEqual({ stop: 'HN_DENLU' });
  });

  it('case 15: a positive pool of ten suspends all ten from the minute it is reported', () => {
    const crew = both(tested('2021-08-24 06:00', '2021-08-24 16:00', { poolId: 'P1' }));
    const memberIds = Array.from({ length: 8 }, (_, i) => `neighbour ${i}`);
    const failedPools = [
      {
        poolId: 'P1',
        reportedAt: vn('2021-08-25 12:00'),
        memberIds: [DRIVER, LOADER, ...memberIds],
      },
    ];
    const at = (clock: string, people = crew) =>
      judged({
        at: `2021-08-25 ${clock}`,
        crew: people,
        pass: oldSite,
        more: { failedPools },
      });
    expect(at('11:59').verdict).toBe('PASS');
    expect(at('12:00').verdict).toBe('HOLD');
    const held = at('12:00').reasons.filter(({ verdict }) => verdict === 'HOLD');
    expect(held.map(({ code, facts }) => [code, facts['personId']])).toEqual([
      ['TEST_SUSPENDED', DRIVER],
      ['TEST_SUSPENDED', LOADER],
      ['PASS_VOID_BY_TEST', DRIVER],
      ['PASS_VOID_BY_TEST', DRIVER],
    ]);
    expect(at('12:00').nextAction).toBe('ASK_HEALTH_OFFICE');

    const cleared = both(tested('2021-08-25 07:00', '2021-08-25 13:00'));
    expect(at('12:59', cleared).verdict).toBe('HOLD');
    expect(at('13:00', cleared).verdict).toBe('PASS');
  });
});

describe('boundary minutes', () => {
  it('30 July 2021 00:00: the card that had only spared the papers now spares the road check', () => {
    const pass = greenLane('2021-07-24 08:00', '2021-08-10 00:00');
    expect(gist(judged({ at: '2021-07-29 23:59', pass }))).toBe('HOLD TEST_MISSING VN-7630');
    expect(judged({ at: '2021-07-30 00:00', pass }).verdict).toBe('PASS');
  });

  it('26 August 2021 18:00: the first green-lane rule ends and the second begins', () => {
    const at = (clock: string) => judged({ at: `2021-08-26 ${clock}` }).ruleIds;
    expect(at('17:59')).toContain('VN-GREENLANE-1');
    expect(at('17:59')).not.toContain('VN-GREENLANE-2');
    expect(at('18:00')).not.toContain('VN-GREENLANE-1');
    expect(at('18:00')).toContain('VN-GREENLANE-2');
  });

  it('7 June 2021 12:00: Lục Nam passes from Directive 16 to 15, and the test on leaving ends', () => {
    expect(statusAt(NGHIA_PHUONG.units, ZONES_2021, vn('2021-06-07 11:59'))?.measure).toBe('CT16');
    expect(statusAt(NGHIA_PHUONG.units, ZONES_2021, vn('2021-06-07 12:00'))?.measure).toBe('CT15');

    const rule = packOf('VN-TEST-5753');
    const earlier = { ...rule, effectiveFrom: '2021-06-01T00:00:00+07:00' };
    const at = (clock: string) =>
      judged({ at: `2021-06-07 ${clock}`, more: { rulePacks: [earlier] } });
    expect(gist(at('11:59'))).toBe('HOLD TEST_MISSING VN-TEST-5753');
    expect(gist(at('12:00'))).toBe('PASS NO_TEST_NEEDED VN-TEST-5753 2021-07-09 00:00');
  });

  it('72 hours end on the minute, from the swab or from the result as the rule says', () => {
    const rule = packOf('VN-TEST-5753');
    const [demand] = rule.tests;
    const crew = both(tested('2021-07-20 08:00', '2021-07-20 20:00'));
    const at = (minute: string, countedFrom: 'SAMPLED' | 'RESULT') => {
      const tests = [{ ...demand!, countedFrom, when: [] }];
      return judged({ at: minute, crew, more: { rulePacks: [{ ...rule, tests }] } }).verdict;
    };
    expect(at('2021-07-23 07:59', 'SAMPLED')).toBe('PASS');
    expect(at('2021-07-23 08:00', 'SAMPLED')).toBe('HOLD');
    expect(at('2021-07-23 19:59', 'RESULT')).toBe('PASS');
    expect(at('2021-07-23 20:00', 'RESULT')).toBe('HOLD');
    expect(at('2021-07-20 19:59', 'RESULT')).toBe('HOLD');
  });

  it('8 August 2021 00:00 to 24 August 00:00: an expired card is forgiven, not a minute outside', () => {
    const pass = greenLane('2021-07-23 08:00', '2021-08-06 00:00');
    const at = (minute: string) =>
      judged({ at: minute, pass, crew: both(tested(minute)) }).reasons[0]?.code;
    expect(at('2021-08-07 23:59')).toBe('SHOW_TEST_PAPERS');
    expect(at('2021-08-08 00:00')).toBe('PASS_END_IGNORED');
    expect(at('2021-08-23 23:59')).toBe('PASS_END_IGNORED');
    expect(at('2021-08-24 00:00')).toBe('SHOW_TEST_PAPERS');
  });

  it('24 August 2021 00:00: from here one expired test aboard voids the card', () => {
    const crew = [
      aboard(DRIVER, tested('2021-08-23 08:00')),
      aboard(LOADER, tested('2021-08-20 08:00')),
    ];
    const pass = greenLane('2021-08-20 08:00', '2021-08-30 00:00');
    expect(judged({ at: '2021-08-23 23:59', crew, pass }).verdict).toBe('PASS');
    const voided = judged({ at: '2021-08-24 00:00', crew, pass });
    expect(voided.verdict).toBe('HOLD');
    expect(voided.reasons.map(({ code }) => code)).toContain('PASS_VOID_BY_TEST');
    expect(voided.nextAction).toBe('GET_TESTED');
  });

  it('21 September 2021 06:00: with Directive 16 in Hà Nội the card for it ends too', () => {
    const given = { crew: both(tested('2021-09-20 08:00')) };
    const pass = greenLane('2021-09-18 08:00', '2021-09-30 00:00', {
      issuer: 'vantai.drvn.gov.vn',
    });
    expect(gist(judged({ ...given, at: '2021-09-21 05:59', pass }))).toBe(
      'PASS PASS_VALID VN-5187 2021-09-21 06:00',
    );
    const after = judged({ ...given, at: '2021-09-21 06:00', pass });
    expect(after.verdict).toBe('CHECK');
    expect(after.reasons.map(({ code }) => code)).toContain('PASS_ZONE_ENDED');
  });
});
