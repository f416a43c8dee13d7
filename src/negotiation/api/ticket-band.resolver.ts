import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { vnd } from '../../kernel/units.js';
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
    const references = await this.loaders.references(context, ticket.dealId);
    // Until both sides have said yes to the weight it is what the market says now; then it is written down.
    const now =
      ticket.confirmedAt === null
        ? await this.market.references(ticket.cropCode, this.clock.now())
        : undefined;
    return lines.flatMap(({ gradeCode }) => {
      const kept = references.find((one) => one.gradeCode === gradeCode);
      const after = now ? now.get(gradeCode) : kept?.nowVnd;
      if (!kept || after == null) return [];
      return [{ gradeCode, ...bandResult(band, vnd(kept.thenVnd), vnd(after)) }];
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
