import { proofEnd } from './proof-end.js';
import { packOf, vn } from './rule-engine.given.js';

const test = {
  kind: 'RAPID_AG',
  isNegative: true,
  sampledAt: vn('2021-07-20 08:00'),
  resultAt: vn('2021-07-20 20:00'),
} as const;
const HAI_PHONG = packOf('HP-2021-07-08'); // 120 hours from the sample
const HA_NOI = packOf('HN-2021-07-14'); // 72 hours from the result

describe('PE-19 how long a test counts', () => {
  it('is the shortest of what the rules in force say', () => {
    expect(proofEnd(test, [HAI_PHONG])).toEqual(vn('2021-07-25 08:00'));
    expect(proofEnd(test, [HAI_PHONG, HA_NOI])).toEqual(vn('2021-07-23 20:00'));
  });

  it('is unknown where no rule asks, and for what is no negative test', () => {
    expect(proofEnd(test, [])).toBeNull();
    expect(proofEnd({ ...test, isNegative: false }, [HA_NOI])).toBeNull();
    expect(proofEnd({ ...test, kind: 'VACCINE' }, [HA_NOI])).toBeNull();
  });
});
