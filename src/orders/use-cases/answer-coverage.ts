import { Injectable } from '@nestjs/common';
import { Catalog } from '../../catalog/index.js';
import { instant, plusDays, type Day } from '../../kernel/day.js';
import { basisPoints, grams, vnd } from '../../kernel/units.js';
import { Lots } from '../../lots/index.js';
import { Closures } from '../../permits/index.js';
import { Places } from '../../places/index.js';
import type { Actor } from '../../platform/access/actor.js';
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
    const { cropCode, gradeCodes, day } = wish;
    if (wish.grams < 1 || wish.grams > MOST_WANTED_G) return undefined;
    if (gradeCodes.length === 0 || gradeCodes.length > MOST_GRADES) return undefined;
    const window = {
      readyFrom: instant(day, '00:00'),
      readyTo: instant(plusDays(day, 1), '00:00'),
    };
    const lines = await this.lots.candidates({
      cropCode,
      gradeCodes,
      ...window,
      buyerId: actor.partyId,
    });
    const open = await withClosures(this.closures, lines.map(toCandidate), window);
    const candidates = await this.priced(open, wish);
    const plan = preview(
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

  /** A lot that leaves its price to the order is counted at the office's reference price. */
  private priced(
    lots: readonly CandidateLot[],
    { cropCode, gradeCodes, day }: CoverageWish,
  ): Promise<CandidateLot[]> {
    return Promise.all(
      lots.map(async (lot) => {
        if (!gradeCodes.includes(lot.gradeCode)) return lot;
        const reference = await this.catalog.referencePrice(cropCode, lot.gradeCode, day);
        return { ...lot, gradeCode: ANY, askVndPerKg: lot.askVndPerKg ?? reference ?? null };
      }),
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
