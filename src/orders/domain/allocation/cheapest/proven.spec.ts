import fc from 'fast-check';
import { solveWithHighs } from '../../../solver/highs.js';
import { balance } from './balance.js';
import { boundBelow } from './bound.js';
import { mipOf, usedIn } from './mip.js';
import { costOf, type Purchase } from './problem.js';
import { provenCheapest } from './proven.js';
import { searchCheapest } from './search.js';

const KG = 1000;

/** A few offers, so that every set of them can be tried. */
const purchase = (mostOffers: number): fc.Arbitrary<Purchase> =>
  fc
    .record({
      offers: fc.array(
        fc.record({
          grade: fc.nat(1),
          household: fc.nat(4),
          point: fc.nat(3),
          least: fc.constantFrom(1, 20 * KG, 60 * KG),
          more: fc.integer({ min: 0, max: 100 * KG }),
          vndPerGram: fc.integer({ min: 20, max: 40 }),
        }),
        { minLength: 1, maxLength: mostOffers },
      ),
      wanted: fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 200 })),
      coming: fc.array(fc.integer({ min: 0, max: 400_000 }), { minLength: 4, maxLength: 4 }),
      cap: fc.constantFrom(Infinity, 120 * KG),
      mostPoints: fc.constantFrom(Infinity, 1, 2),
      tolerance: fc.constantFrom(0, 0.05),
    })
    .map(({ offers, wanted, coming, cap, mostPoints, tolerance }) => ({
      offers: offers.map(({ more, ...offer }) => ({ ...offer, most: offer.least + more })),
      wanted: wanted.map((kg) => kg * KG),
      mostWanted: wanted.map((kg) => Math.floor(kg * KG * (1 + tolerance))),
      comingVnd: coming,
      households: 5,
      householdCap: cap,
      mostPoints,
      unit: 1,
      lineVnd: 15_000,
      missingVndPerGram: 80,
    }));

/** The least cost of any set of offers. */
function leastCost(asked: Purchase): number {
  let least = costOf(
    asked,
    asked.offers.map(() => 0),
  );
  for (let set = 1; set < 1 << asked.offers.length; set++) {
    const used = asked.offers.flatMap((_, i) => ((set >> i) & 1 ? [i] : []));
    const amounts = balance(asked, used);
    if (amounts) least = Math.min(least, costOf(asked, amounts));
  }
  return least;
}

describe('AL-02 how cheap is proven', () => {
  it('no set of offers undercuts the bound, and the cheapest lies in the core or was known', () => {
    fc.assert(
      fc.property(purchase(8), (asked) => {
        const least = leastCost(asked);
        const known = costOf(asked, searchCheapest(asked));
        const { boundVnd, core } = boundBelow(asked, known);
        expect(boundVnd).toBeLessThanOrEqual(least + 1e-3);
        const inCore = leastCost({ ...asked, offers: core.map((i) => asked.offers[i]!) });
        expect(Math.min(known, inCore)).toBeCloseTo(least, 3);
      }),
      { numRuns: 60 },
    );
  });

  it('the program over all offers finds the cheapest set', async () => {
    const solve = solveWithHighs(5);
    await fc.assert(
      fc.asyncProperty(purchase(8), async (asked) => {
        const all = asked.offers.map((_, i) => i);
        const answer = await solve(
          mipOf(
            asked,
            all,
            asked.offers.map(() => 0),
          ),
        );
        const amounts = balance(asked, usedIn(answer?.values ?? [], all));
        expect(costOf(asked, amounts ?? [])).toBeCloseTo(leastCost(asked), 0);
        expect(answer?.bound).toBeLessThanOrEqual(leastCost(asked) / KG + 1e-3);
      }),
      { numRuns: 15 },
    );
  });

  it('many lots: the answer lies within half a percent of what is proven, twice the same', async () => {
    // Time enough for the nodes to end it, on a busy machine too.
    const solve = solveWithHighs(600);
    const asked = manyLots();
    const solved = await provenCheapest(asked, solve);
    const cost = costOf(asked, solved.amounts);
    expect(cost - (solved.boundVnd ?? 0)).toBeLessThanOrEqual(cost * 0.005);
    expect(await provenCheapest(asked, solve)).toEqual(solved);
  }, 240_000);

  it('a solver that gives up leaves the search and its bound', async () => {
    const asked = manyLots();
    const solved = await provenCheapest(asked, async () => undefined);
    expect(costOf(asked, solved.amounts)).toBe(costOf(asked, searchCheapest(asked)));
    expect(solved.boundVnd).toBeLessThanOrEqual(costOf(asked, solved.amounts));
  });
});

/** 120 lots at 23 points, two grades, a household's cap that binds. */
function manyLots(): Purchase {
  const offers = Array.from({ length: 120 }, (_, i) => ({
    grade: i % 2,
    household: i >> 1,
    point: (i * 7) % 23,
    least: 20 * KG,
    most: (40 + ((i * 37) % 120)) * KG,
    vndPerGram: 28 + ((i * 13) % 30) / 10,
  }));
  return {
    offers,
    wanted: [1_500 * KG, 2_000 * KG],
    mostWanted: [1_530 * KG, 2_040 * KG],
    comingVnd: Array.from({ length: 23 }, (_, i) => 40_000 + i * 2_000),
    households: 60,
    householdCap: 180 * KG,
    mostPoints: 20,
    unit: 1,
    lineVnd: 5_000,
    missingVndPerGram: 2_000,
  };
}
