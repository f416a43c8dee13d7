import { uuidV7 } from './new-id.js';

describe('ids made on the phone', () => {
  it('UX-08 carry the time, version 7 and the variant of RFC 9562', () => {
    // 2022-02-22T19:22:22Z, the example of RFC 9562 A.6.
    const chance = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
    expect(uuidV7(0x017f22e279b0, chance)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
  });

  it('sort by time whatever the chance', () => {
    const [early, late] = [
      uuidV7(1000, new Uint8Array(10).fill(255)),
      uuidV7(1001, new Uint8Array(10)),
    ];
    expect(early < late).toBe(true);
  });

  it('refuse less chance than ten bytes', () => {
    expect(() => uuidV7(1000, new Uint8Array(4))).toThrow(RangeError);
  });
});
