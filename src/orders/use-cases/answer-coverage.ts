import { Injectable } from '@nestjs/common';
import { Catalog } from '../../catalog/index.js';
import { instant, plusDays, type Day } from '../../kernel/day.js';
import { basisPoints, grams, vnd, type Grams } from '../../kernel/units.js';
import { Lots } from '../../lots/index.js';
import { Closures } from '../../permits/index.js';
import { Places } from '../../places/index.js';
import type { Actor } from '../../platform/access/actor.js';
import type { AllocationPlan } from '../domain/allocation/plan.js';
import { preview } from '../domain/allocation/preview.js';
import type { CandidateLot, LatLon } from '../domain/allocation/wish.js';
import { COLLECTION_COSTS } from '../domain/collection-costs.js';
import type { CoverageFigures } from '../texts.js';
import { toCandidate, withClosures } from './planning.js';

export interface CoverageWish {
  readonly cropCode: string;
  readonly gradeCodes: readonly string[];
  readonly grams: number;
  readonly day: Day;
  readonly destinationId: string | null;
}

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
  ) {}

  /** @returns undefined for a wish no market could mean */
  async run(actor: Actor, wish: CoverageWish): Promise<CoverageFigures | undefined> {
    const { gradeCodes } = wish;
    if (wish.grams < 1 || wish.grams > MOST_WANTED_G) return undefined;
    if (gradeCodes.length === 0 || gradeCodes.length > MOST_GRADES) return undefined;
    // The cheapest lots of a large market are enough to fill the wish; where they are not, all of it is looked at.
    const cheapest = await this.plan(
      actor,
      wish,
      grams(Math.max(4 * wish.grams, LEAST_LOOKED_AT_G)),
    );
    const plan =
      cheapest.totals.planned < wish.grams ? await this.plan(actor, wish, null) : cheapest;
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

  private async plan(
    actor: Actor,
    wish: CoverageWish,
    enoughGrams: Grams | null,
  ): Promise<AllocationPlan> {
    const { cropCode, gradeCodes, day } = wish;
    const window = {
      readyFrom: instant(day, '00:00'),
      readyTo: instant(plusDays(day, 1), '00:00'),
    };
    const lines = await this.lots.candidates({
      cropCode,
      gradeCodes,
      ...window,
      buyerId: actor.partyId,
      enoughGrams,
    });
    const open = await withClosures(this.closures, lines.map(toCandidate), window);
    const candidates = await this.priced(open, wish);
    return preview(
      {
        lines: [{ gradeCode: ANY, wanted: grams(wish.grams), maxVndPerKg: null }],
        ...window,
        depot: await this.depot(wish, candidates),
        tolerance: basisPoints(0),
        leastGrams: grams(0),
      },
      candidates,
      'LOWEST_COST',
      COLLECTION_COSTS,
    );
  }

  /** A lot that leaves its price to the order is counted at the office's reference price. */
  private async priced(
    lots: readonly CandidateLot[],
    { cropCode, gradeCodes, day }: CoverageWish,
  ): Promise<CandidateLot[]> {
    const references = new Map(
      await Promise.all(
        gradeCodes.map(
          async (code) => [code, await this.catalog.referencePrice(cropCode, code, day)] as const,
        ),
      ),
    );
    return lots.map((lot) =>
      gradeCodes.includes(lot.gradeCode)
        ? {
            ...lot,
            gradeCode: ANY,
            askVndPerKg: lot.askVndPerKg ?? references.get(lot.gradeCode) ?? null,
          }
        : lot,
    );
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
