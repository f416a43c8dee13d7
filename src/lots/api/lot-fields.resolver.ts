import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Accounts, householdCard, PartyModel, type Party } from '../../accounts/index.js';
import { Clock } from '../../kernel/clock.js';
import { ClosureModel, Closures, type Closure } from '../../permits/index.js';
import type { AskContext } from '../../platform/graphql/ask-context.js';
import { inOrderOf, PerRequestLoader } from '../../platform/graphql/per-request-loader.js';
import { lotCode } from '../domain/lot-code.js';
import { Sight } from '../sight.js';
import { LotModel } from './lot.model.js';

@Resolver(() => LotModel)
export class LotFieldsResolver {
  readonly #households: PerRequestLoader<string, Party | undefined>;

  constructor(
    accounts: Accounts,
    private readonly sight: Sight,
    private readonly closures: Closures,
    private readonly clock: Clock,
  ) {
    this.#households = new PerRequestLoader(async (ids) =>
      inOrderOf(ids, await accounts.parties(ids), (party) => party.id),
    );
  }

  @ResolveField(() => String, {
    description:
      'Số lô, đọc được, không lộ hộ: LO-7655C0. / Number of the lot, as it is said; no word of whose it is.',
  })
  code(@Parent() { id }: LotModel): string {
    return lotCode(id);
  }

  @ResolveField(() => PartyModel, {
    nullable: true,
    description:
      'Hộ bán; người mua chỉ thấy sau khi hai bên đã chốt. / Whose it is; a buyer learns it from an agreed deal.',
  })
  async household(@Parent() lot: LotModel, @Context() context: AskContext): Promise<Party | null> {
    if (!(await this.sight.sees(context.actor, lot))) return null;
    const household = await this.#households.load(context, lot.householdId);
    return household ? householdCard(context.actor, household) : null;
  }

  @ResolveField(() => String, {
    nullable: true,
    description:
      'Lời chỉ đường; chỉ bên thấy được hộ mới thấy. / Directions, for those who see the household.',
  })
  async pickupNote(
    @Parent() lot: LotModel,
    @Context() { actor }: AskContext,
  ): Promise<string | null> {
    return (await this.sight.sees(actor, lot)) ? lot.ownNote : null;
  }

  @ResolveField(() => ClosureModel, {
    nullable: true,
    description:
      'Vì sao chưa chở đi được trong giờ lấy hàng. / Why it cannot be moved in its hours.',
  })
  async closure(
    @Parent() { communeId, readyFrom, readyTo }: LotModel,
  ): Promise<Closure | undefined> {
    const now = this.clock.now();
    const from = readyFrom > now ? readyFrom : now;
    const closureOf = await this.closures.among([communeId], from, readyTo);
    return closureOf(communeId, from, readyTo);
  }
}
