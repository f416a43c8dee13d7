import { day } from '../../kernel/day.js';
import { buildDemo } from './demo.js';

const today = day('2026-08-26');

describe('the demo district', () => {
  it('AD-07 comes out the same every time', () => {
    expect(buildDemo({ today, scale: 1 })).toEqual(buildDemo({ today, scale: 1 }));
  });

  it('has three times the households, lots and tickets at scale 3', () => {
    const one = buildDemo({ today, scale: 1 });
    const three = buildDemo({ today, scale: 3 });
    const households = ({ parties }: typeof one) =>
      parties.filter(({ kind }) => kind === 'HOUSEHOLD').length;
    const ratio = (count: (demo: typeof one) => number) => count(three) / count(one);

    expect(ratio(households)).toBe(3);
    expect(ratio(({ lots }) => lots.length)).toBeCloseTo(3, 0);
    expect(ratio(({ weighTickets }) => weighTickets.length)).toBeGreaterThan(2.5);
    expect(ratio(({ weighTickets }) => weighTickets.length)).toBeLessThan(4);
    expect(new Set(three.people.map(({ phone }) => phone)).size).toBe(three.people.length);
    expect(three.permits.filter(({ validFrom, validTo }) => validFrom >= validTo)).toEqual([]);
  });

  it('has no history before its first market day', () => {
    expect(buildDemo({ today: day('2021-07-20'), scale: 1 }).permits).toEqual([]);
  });

  it('refuses a scale that is not a whole number of one or more', () => {
    expect(() => buildDemo({ today, scale: 0 })).toThrow(RangeError);
    expect(() => buildDemo({ today, scale: 1.5 })).toThrow(RangeError);
  });
});
