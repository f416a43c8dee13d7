import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { DealModel, type Deal } from '../../orders/index.js';
import type { AskContext } from '../../platform/graphql/ask-context.js';
import type { WeighTicketEntity } from '../data/weighing.entities.js';
import { TicketLoaders } from './ticket.loaders.js';
import { WeighTicketModel } from './ticket.model.js';

/** A deal shows its ticket; whoever may see the one may see the other. */
@Resolver(() => DealModel)
export class DealTicketResolver {
  constructor(private readonly loaders: TicketLoaders) {}

  @ResolveField(() => WeighTicketModel, {
    nullable: true,
    description: 'Phiếu cân của thỏa thuận. / Its weigh ticket, once it is on the scale.',
  })
  async ticket(
    @Parent() deal: Deal,
    @Context() asked: AskContext,
  ): Promise<WeighTicketEntity | null> {
    return (await this.loaders.ofDeal.load(asked, deal.id)) ?? null;
  }
}
