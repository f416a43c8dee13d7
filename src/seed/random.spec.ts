import { isId } from '../kernel/id.js';
import { apportion, randomFrom, uuidFrom } from './random.js';

const many = <Value>(count: number, draw: () => Value): Value[] =>
  Array.from({ length: count }, draw);

describe('a named stream of chance', () => {
  it('gives the same numbers for the same name, and others for another', () => {
    const draw = (name: string) => many(5, randomFrom(name).next);

    expect(draw('lots/2021-07-23')).toEqual(draw('lots/2021-07-23'));
    expect(draw('lots/2021-07-23')).not.toEqual(draw('lots/2021-07-24'));
  });

  it('fills the interval from zero to one evenly', () => {
    const tenths = Array<number>(10).fill(0);
    for (const value of many(10_000, randomFrom('even').next)) tenths[Math.floor(value * 10)]! += 1;

    expect(Math.min(...tenths)).toBeGreaterThan(900);
    expect(Math.max(...tenths)).toBeLessThan(1100);
  });

  it('draws whole numbers with both ends', () => {
    const random = randomFrom('dice');

    expect(
      [...new Set(many(200, () => random.integer(1, 6)))].toSorted((one, other) => one - other),
    ).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('puts half of the log-normal values below the median', () => {
    const random = randomFrom('orchards');
    const below = many(10_000, () => random.logNormal(3000, 0.55)).filter((m2) => m2 < 3000);

    expect(below.length).toBeGreaterThan(4800);
    expect(below.length).toBeLessThan(5200);
  });

  it('keeps the shares of weighted choices', () => {
    const random = randomFrom('cash');
    const cash = many(10_000, () =>
      random.pickWeighted([
        ['CASH', 70],
        ['TRANSFER', 30],
      ]),
    ).filter((method) => method === 'CASH');

    expect(cash.length).toBeGreaterThan(6800);
    expect(cash.length).toBeLessThan(7200);
  });

  it('shuffles without losing or doubling anything', () => {
    const items = many(50, () => 0).map((_, index) => index);
    const mixed = randomFrom('shuffle').shuffled(items);

    expect(mixed).not.toEqual(items);
    expect(mixed.toSorted((one, other) => one - other)).toEqual(items);
  });

  it('refuses to pick from nothing', () => {
    expect(() => randomFrom('empty').pick([])).toThrow(RangeError);
  });
});

describe('shares in whole parts', () => {
  it('sum to the total, the largest remainders first and ties to the earlier', () => {
    expect(apportion(1000, [100, 300, 900])).toEqual([77, 231, 692]);
    expect(apportion(500, [1, 1, 1])).toEqual([167, 167, 166]);
    expect(apportion(0, [1, 2])).toEqual([0, 0]);
  });
});

describe('an id made from a name', () => {
  it('is a UUID of version 8 and stays the same', () => {
    const id = uuidFrom('seed', 'lot/1');

    expect(isId(id)).toBe(true);
    expect(id[14]).toBe('8');
    expect(uuidFrom('seed', 'lot/1')).toBe(id);
    expect(uuidFrom('other', 'lot/1')).not.toBe(id);
  });

  it('is another for every one of 200,000 names that differ little', () => {
    const ids = new Set(many(200_000, () => 0).map((_, index) => uuidFrom('seed', `lot/${index}`)));

    expect(ids.size).toBe(200_000);
  });
});
