import { Injectable } from '@nestjs/common';
import { Catalog } from '../../catalog/index.js';
import { Clock } from '../../kernel/clock.js';
import { dayOf } from '../../kernel/day.js';
import { LotSearch, type LotFilter, type LotRow } from '../../lots/index.js';
import { Places } from '../../places/index.js';
import { relaxations, type Relaxation } from '../domain/relaxations.js';

export interface Alternative extends Relaxation {
  readonly lots: readonly LotRow[];
}

const LOTS_EACH = 3;
const MOST = 4;

/** What comes nearest to a search that found nothing: the first few small changes that find something. */
@Injectable()
export class FindAlternatives {
  constructor(
    private readonly market: LotSearch,
    private readonly catalog: Catalog,
    private readonly places: Places,
    private readonly clock: Clock,
  ) {}

  async run(filter: LotFilter, viewerId: string | null): Promise<Alternative[]> {
    const grades = filter.cropCode ? await this.catalog.gradesOf(filter.cropCode) : [];
    const around = {
      grades: grades.map(({ code }) => code),
      neighbours: await this.neighboursOf(filter.communeIds ?? []),
    };
    const found: Alternative[] = [];
    for (const change of relaxations(filter, around, dayOf(this.clock.now()))) {
      const { nodes } = await this.market.page(
        { ...filter, ...change.change },
        viewerId,
        LOTS_EACH,
        null,
      );
      if (nodes.length > 0) found.push({ ...change, lots: nodes });
      if (found.length === MOST) break;
    }
    return found;
  }

  /** Communes of today by how near they lie to the first of these. */
  private async neighboursOf(communeIds: readonly string[]): Promise<string[]> {
    const [first] = communeIds;
    const here = first === undefined ? undefined : await this.places.unit(first);
    if (!here) return [];
    const distance = (unit: { lat: number | null; lon: number | null }): number =>
      Math.hypot((unit.lat ?? 0) - (here.lat ?? 0), (unit.lon ?? 0) - (here.lon ?? 0));
    return (await this.places.communesToday())
      .filter(({ id }) => !communeIds.includes(id))
      .toSorted((a, b) => distance(a) - distance(b))
      .map(({ id }) => id);
  }
}
