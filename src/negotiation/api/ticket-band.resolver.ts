import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { AskContext } from '../../platform/graphql/ask-context.js';
import { DealModel, type Deal } from '../../orders/index.js';
import { WeighTicketModel, type WeighTicket } from '../../weighing/index.js';
import { Clock } from '../../kernel/clock.js';
import type { MadeOffer, Negotiation } from '../data/negotiation.rows.js';
import { bandResult } from '../domain/price-band.js';
import { MarketFacts } from '../market-facts.js';
import { NegotiationLoaders } from './negotiation.loaders.js';
import { MadeOfferModel, PriceBandResultModel } from './negotiation.model.js';

/** What was agreed in a negotiation, on the ticket that weighs it. */
@Resolver(() => WeighTicketModel)
export class TicketBandResolver {
  constructor(
    private readonly loaders: NegotiationLoaders,
    private readonly market: MarketFacts,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => [PriceBandResultModel], {
    nullable: true,
    description:
      'Biên độ giá theo thỏa thuận, từng loại có đủ giá chợ; null khi không có điều khoản. / The price-band clause by grade; null without one.',
  })
  async priceBand(
    @Parent() ticket: WeighTicket,
    @Context() context: AskContext,
  ): Promise<PriceBandResultModel[] | null> {
    const negotiation = await this.loaders.ofDeal(context, ticket.dealId);
    if (!negotiation) return null;
    const { band, lines } = await acceptedOffer(this.loaders, context, negotiation);
    if (!band) return null;
    const madeAt = negotiation.closedAt ?? negotiation.createdAt;
    const [then, now] = await Promise.all([
      this.market.references(ticket.cropCode, madeAt),
      this.market.references(ticket.cropCode, ticket.confirmedAt ?? this.clock.now()),
    ]);
    return lines.flatMap(({ gradeCode }) => {
      const before = then.get(gradeCode);
      const after = now.get(gradeCode);
      if (before === undefined || after === undefined) return [];
      return [{ gradeCode, ...bandResult(band, before, after) }];
    });
  }
}

/** The terms a deal was made on, when it came from a negotiation. */
@Resolver(() => DealModel)
export class DealTermsResolver {
  constructor(private readonly loaders: NegotiationLoaders) {}

  @ResolveField(() => MadeOfferModel, {
    nullable: true,
    description:
      'Đề nghị đã được nhận, khi thỏa thuận đến từ mặc cả. / The accepted offer, when the deal was negotiated.',
  })
  async negotiatedTerms(
    @Parent() deal: Deal,
    @Context() context: AskContext,
  ): Promise<MadeOffer | null> {
    const negotiation = await this.loaders.ofDeal(context, deal.id);
    return negotiation ? acceptedOffer(this.loaders, context, negotiation) : null;
  }
}

async function acceptedOffer(
  loaders: NegotiationLoaders,
  context: AskContext,
  { id, liveSeq }: Negotiation,
): Promise<MadeOffer> {
  const offer = (await loaders.offers(context, id)).find(({ seq }) => seq === liveSeq);
  if (!offer) throw new Error(`negotiation ${id} has no offer ${liveSeq}`);
  return offer;
}
