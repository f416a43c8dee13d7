import { Injectable } from '@nestjs/common';
import { Catalog } from '../../catalog/index.js';
import { instant, plusDays, type Day } from '../../kernel/day.js';
import { basisPoints, grams, vnd } from '../../kernel/units.js';
import { Lots, type CandidateLine, type CheapestWish } from '../../lots/index.js';
import { Closures } from '../../permits/index.js';
import { Places } from '../../places/index.js';
import type { Actor } from '../../platform/access/actor.js';
import type { AllocationPlan } from '../domain/allocation/plan.js';
import { solvedPreview } from '../domain/allocation/preview.js';
import type { CandidateLot, LatLon } from '../domain/allocation/wish.js';
import { COLLECTION_COSTS } from '../domain/collection-costs.js';
import { CheapestSolver } from '../solver/cheapest-solver.js';
import type { CoverageFigures } from '../texts.js';
import { toCandidate, withClosures } from './planning.js';

export interface CoverageWish {
  readonly cropCode: string;
  readonly gradeCodes: readonly string[];
  readonly grams: number;
  readonly day: Day;
  readonly destinationId: string | null;
}

type Market = Omit<CheapestWish, 'enoughGrams'>;
type Hours = Pick<CheapestWish, 'readyFrom' | 'readyTo'>;

const MOST_WANTED_G = 500_000_000;
const MOST_GRADES = 12;
const LEAST_LOOKED_AT_G = 20_000_000;
/** Any of the wished grades will do, so for the plan they are one. */
const ANY = 'ANY';

/** How far the lots of one day go together, when no single one is enough (SM-02). */
@Injectable()
export class AnswerCoverage {
  constructor(
    private readonly lots: Lots,
    private readonly catalog: Catalog,
    private readonly places: Places,
    private readonly closures: Closures,
    private readonly solver: CheapestSolver,
  ) {}

  /** @returns undefined for a wish no market could mean */
  async run(actor: Actor, wish: CoverageWish): Promise<CoverageFigures | undefined> {
    const { gradeCodes } = wish;
    if (wish.grams < 1 || wish.grams > MOST_WANTED_G) return undefined;
    if (gradeCodes.length === 0 || gradeCodes.length > MOST_GRADES) return undefined;
    const plan = await this.plan(actor, wish);
    const { planned, goodsVnd, communes, truckloads, coverage } = plan.totals;
    return {
      lots: new Set(plan.lines.map((line) => line.lotId)).size,
      communes,
      coveredGrams: planned,
      wantedGrams: grams(wish.grams),
      percent: Math.floor(coverage / 100),
      averageVndPerKg: planned === 0 ? null : vnd(Math.round((goodsVnd * 1000) / planned)),
      truckloads,
    };
  }

  /** Over the cheapest lots of the day; over many more where those do not fill the wish, and at last over all there are. */
  private async plan(actor: Actor, wish: CoverageWish): Promise<AllocationPlan> {
    const hours = {
      readyFrom: instant(wish.day, '00:00'),
      readyTo: instant(plusDays(wish.day, 1), '00:00'),
    };
    const market: Market = {
      ...hours,
      cropCode: wish.cropCode,
      grades: await this.referencePrices(wish),
      buyerId: actor.partyId,
      mostTakeGrams: grams(wish.grams),
      closedCommuneIds: await this.closedCommunes(hours, wish.destinationId),
    };
    for (let enough = Math.max(4 * wish.grams, LEAST_LOOKED_AT_G); ; enough *= 8) {
      const { lines, isAll } = await this.lots.cheapest({ ...market, enoughGrams: grams(enough) });
      const plan = await this.planOver(lines, market, wish);
      if (isAll || plan.totals.planned >= wish.grams) return plan;
    }
  }

  private async planOver(
    lines: readonly CandidateLine[],
    { readyFrom, readyTo, grades }: Market,
    wish: CoverageWish,
  ): Promise<AllocationPlan> {
    const lots = lines.map((line) => ({
      ...toCandidate(line),
      gradeCode: ANY,
      askVndPerKg: line.askVndPerKg ?? grades.get(line.gradeCode) ?? null,
    }));
    const hours = { readyFrom, readyTo };
    return solvedPreview(
      {
        lines: [{ gradeCode: ANY, wanted: grams(wish.grams), maxVndPerKg: null }],
        ...hours,
        depot: await this.depot(wish, lots),
        tolerance: basisPoints(0),
        leastGrams: grams(0),
      },
      await withClosures(this.closures, lots, { ...hours, destinationId: wish.destinationId }),
      'LOWEST_COST',
      COLLECTION_COSTS,
      (purchase) => this.solver.search(purchase),
    );
  }

  /** What a lot that leaves its price to the order is counted at, of each wished grade: the office's reference. */
  private async referencePrices({
    cropCode,
    gradeCodes,
    day,
  }: CoverageWish): Promise<Market['grades']> {
    const priced = gradeCodes.map(async (code) => {
      const reference = await this.catalog.referencePrice(cropCode, code, day);
      return [code, reference ?? null] as const;
    });
    return new Map(await Promise.all(priced));
  }

  private async closedCommunes(
    { readyFrom, readyTo }: Hours,
    destinationId: string | null,
  ): Promise<string[]> {
    const units = [...(await this.places.units()).keys()];
    const closureOf = await this.closures.among(units, readyFrom, readyTo, destinationId);
    return units.filter((id) => closureOf(id, readyFrom, readyTo));
  }

  /** Without a destination the lots are gathered in their own middle. */
  private async depot(
    { destinationId }: CoverageWish,
    lots: readonly CandidateLot[],
  ): Promise<LatLon> {
    const place = destinationId === null ? undefined : await this.places.place(destinationId);
    if (place) return place;
    const mean = (of: (lot: CandidateLot) => number): number =>
      lots.reduce((sum, lot) => sum + of(lot), 0) / Math.max(1, lots.length);
    return { lat: mean((lot) => lot.point.lat), lon: mean((lot) => lot.point.lon) };
  }
}
