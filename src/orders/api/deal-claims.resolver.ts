import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ClaimModel, ClaimViews } from '../../lots/index.js';
import type { AskContext } from '../../platform/graphql/ask-context.js';
import type { Deal } from '../data/deal.rows.js';
import { DealModel } from './deal.model.js';

@Resolver(() => DealModel)
export class DealClaimsResolver {
  constructor(private readonly views: ClaimViews) {}

  @ResolveField(() => [ClaimModel], {
    description:
      'Chứng nhận, mã vùng trồng của hộ còn hiệu lực ngày lấy hàng, để hai bên đối chiếu. / What the household declares of these goods, valid on the first ready day, for both sides to check.',
  })
  claims(@Parent() deal: Deal, @Context() context: AskContext): Promise<ClaimModel[]> {
    return this.views.of(context, deal, deal.buyerId);
  }
}
