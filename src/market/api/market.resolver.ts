import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Catalog } from '../../catalog/index.js';
import { Clock } from '../../kernel/clock.js';
import { instant, plusDays, type Day } from '../../kernel/day.js';
import { sumGrams } from '../../kernel/units.js';
import {
  gradeNamed,
  LotFilterInput,
  LotSearch,
  LotViews,
  reasonsOf,
  type RankedRow,
} from '../../lots/index.js';
import { Places } from '../../places/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import { PageArgs, type Page } from '../../platform/graphql/page.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { SupplyStore, type SupplyRow } from '../data/supply.store.js';
import { marketPolicy } from '../domain/market.policy.js';
import { FindAlternatives, type Alternative } from '../use-cases/find-alternatives.js';
import {
  LotAlternativeModel,
  RankedLotConnection,
  SupplyOverviewModel,
  type RankedLotModel,
  type SupplyRowModel,
} from './market.model.js';

const FILTER = {
  type: () => LotFilterInput,
  nullable: true,
  description: 'Điều kiện lọc. / What to narrow by.',
};

/** Looking over the market as a buyer does. */
@Resolver()
export class MarketResolver {
  constructor(
    private readonly supply: SupplyStore,
    private readonly market: LotSearch,
    private readonly alternatives: FindAlternatives,
    private readonly lots: LotViews,
    private readonly catalog: Catalog,
    private readonly places: Places,
    private readonly clock: Clock,
  ) {}

  @Can(marketPolicy.overview)
  @Query(() => SupplyOverviewModel, {
    name: 'supplyOverview',
    description:
      'Nguồn hàng một ngày theo xã, cây, loại; không nói của hộ nào. / The supply of a day by commune, crop and grade; no household.',
  })
  async supplyOverview(
    @Asker() actor: Actor,
    @Args('day', { type: () => DayScalar, description: 'Ngày. / Day.' }) day: Day,
    @Args('cropCode', {
      type: () => String,
      nullable: true,
      description: 'Chỉ cây này. / Only this crop.',
    })
    cropCode: string | null,
  ): Promise<SupplyOverviewModel> {
    const rows = await this.supply.byCommune({
      now: this.clock.now(),
      viewerId: actor.partyId,
      cropCode,
      from: instant(day, '00:00'),
      to: instant(plusDays(day, 1), '00:00'),
    });
    return {
      day,
      totalGrams: sumGrams(rows.map(({ freeGrams }) => freeGrams)),
      rows: await Promise.all(rows.map((row) => this.supplyRow(row, day))),
    };
  }

  @Can(marketPolicy.look)
  @Query(() => [LotAlternativeModel], {
    name: 'lotAlternatives',
    description:
      'Tìm không thấy thì có gì gần nhất: ngày, loại, xã kề bên. / What comes nearest when a search finds nothing.',
  })
  async lotAlternatives(
    @Asker() actor: Actor,
    @Args('filter', FILTER) filter: LotFilterInput | null,
  ): Promise<LotAlternativeModel[]> {
    const found = await this.alternatives.run(filter ?? {}, actor.partyId);
    return Promise.all(found.map((one) => this.alternative(one, filter?.cropCode ?? null, actor)));
  }

  @Can(marketPolicy.look)
  @Query(() => RankedLotConnection, {
    name: 'rankedLots',
    description:
      'Hàng đang bán, lô hợp nhất trước, kèm vì sao. / Lots on the market, the most fitting first, with the reasons.',
  })
  async rankedLots(
    @Asker() actor: Actor,
    @Args() page: PageArgs,
    @Args('filter', FILTER) filter: LotFilterInput | null,
    @Args('near', {
      type: () => ID,
      nullable: true,
      description: 'Gần xã hoặc nơi giao này. / Near this commune or place.',
    })
    near: string | null,
  ): Promise<Page<RankedLotModel>> {
    const place = near === null ? undefined : await this.pointOf(near);
    const { first, after } = page;
    const wish = filter ?? {};
    const ranked = await this.market.ranked(wish, actor.partyId, place ?? null, first, after);
    const asked = { hasPlace: place !== undefined, hasDay: Boolean(wish.day) };
    const lots = await this.lots.all(ranked.nodes, actor);
    return {
      nodes: lots.flatMap((lot, at): RankedLotModel[] => {
        const row = ranked.nodes[at];
        if (!row) return [];
        return [{ id: lot.id, lot, score: row.score, reasons: reasons(row, ranked.asOf, asked) }];
      }),
      pageInfo: ranked.pageInfo,
    };
  }

  private async pointOf(id: string): Promise<{ lat: number; lon: number } | undefined> {
    const place = (await this.places.place(id)) ?? (await this.places.unit(id));
    return place && place.lat !== null && place.lon !== null
      ? { lat: place.lat, lon: place.lon }
      : undefined;
  }

  private async supplyRow(row: SupplyRow, day: Day): Promise<SupplyRowModel> {
    const [commune, crop, grades] = await Promise.all([
      this.places.unit(row.communeId),
      this.catalog.crop(row.cropCode),
      this.catalog.gradesOf(row.cropCode, day),
    ]);
    if (!commune || !crop)
      throw new Error(`no commune or crop of ${row.communeId} ${row.cropCode}`);
    const { freeGrams, lots, leastVndPerKg, mostVndPerKg } = row;
    return {
      commune: commune as SupplyRowModel['commune'],
      crop,
      grade: gradeNamed(row.gradeCode, grades),
      freeGrams,
      lots,
      leastVndPerKg,
      mostVndPerKg,
    };
  }

  private async alternative(
    { kind, change, lots }: Alternative,
    cropCode: string | null,
    actor: Actor,
  ): Promise<LotAlternativeModel> {
    const { gradeCode, communeIds } = change;
    const grade = gradeCode && cropCode ? await this.catalog.grade(cropCode, gradeCode) : undefined;
    const units = await Promise.all((communeIds ?? []).map((id) => this.places.unit(id)));
    return {
      kind,
      day: change.day ?? null,
      grade: grade ?? null,
      communes: units.filter((unit) => unit !== undefined) as LotAlternativeModel['communes'],
      lots: await this.lots.all(lots, actor),
    };
  }
}

const reasons = (
  row: RankedRow,
  asOf: Date,
  asked: { readonly hasPlace: boolean; readonly hasDay: boolean },
): RankedLotModel['reasons'] =>
  reasonsOf({ ...row, publishedAt: row.publishedAt ?? asOf }, asOf, asked);
