import { Injectable, type OnModuleInit } from '@nestjs/common';
import { vnd } from '../kernel/units.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import { AgreedSupplements, type Supplement, type WeighedDeal } from '../settlement/index.js';
import { BandReferencesStore } from './data/band-references.store.js';
import { NegotiationsStore } from './data/negotiations.store.js';
import { bandAmount, bandResult } from './domain/price-band.js';
import { MarketFacts } from './market-facts.js';

/** The price-band clause, from the yes that agrees on it to the sum it changes (NG-09). */
@Injectable()
export class PriceBands implements OnModuleInit {
  constructor(
    private readonly supplements: AgreedSupplements,
    private readonly negotiations: NegotiationsStore,
    private readonly references: BandReferencesStore,
    private readonly market: MarketFacts,
  ) {}

  onModuleInit(): void {
    this.supplements.on((tx, weighed) => this.reckon(tx, weighed));
  }

  /** What the market says when two sides agree is what a later move is measured from. */
  async agreed(tx: Tx, dealId: string, cropCode: string, at: Date): Promise<void> {
    await this.references.keepThen(tx, dealId, await this.market.references(cropCode, at));
  }

  private async reckon(tx: Tx, weighed: WeighedDeal): Promise<Supplement[]> {
    const { dealId, cropCode, confirmedAt, lines } = weighed;
    const [negotiation] = await this.negotiations.ofDeals([dealId]);
    const band = negotiation && (await this.negotiations.liveOffer(tx, negotiation.id)).band;
    if (!band) return [];
    const now = await this.market.references(cropCode, confirmedAt);
    const kept = await this.references.keepNow(tx, dealId, now);
    return lines.flatMap((line) => {
      const reference = kept.find(({ gradeCode }) => gradeCode === line.gradeCode);
      if (!reference || reference.nowVnd === null) return [];
      const result = bandResult(band, vnd(reference.thenVnd), vnd(reference.nowVnd));
      const amountVnd = bandAmount(result, line.payable, line.amountVnd);
      if (amountVnd === 0) return [];
      const { gradeCode, payable } = line;
      const vndPerKg = result.adjustmentVndPerKg;
      return [{ kind: 'PRICE_BAND', gradeCode, grams: payable, vndPerKg, amountVnd } as const];
    });
  }
}
