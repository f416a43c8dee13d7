import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AskForGrant, Counter, GrantAskedModel } from '../../accounts/index.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { ErasuresStore } from '../data/erasures.store.js';
import { privacyPolicy } from '../domain/privacy.policy.js';
import { ForgetHousehold } from '../use-cases/forget-household.js';
import { HouseholdActInput, HouseholdWishInput } from './household.inputs.js';
import { ErasureModel, ErasureStateModel } from './privacy.model.js';

const AskToForgetResult = orRefused('AskToForgetResult', GrantAskedModel, 'Đã gửi mã.');
const ForgetHouseholdResult = orRefused('ForgetHouseholdResult', ErasureStateModel, 'Đã ghi.');

/** Being forgotten, for households without a device that shows this app. */
@Resolver()
export class ForgetHouseholdResolver {
  constructor(
    private readonly counter: Counter,
    private readonly asking: AskForGrant,
    private readonly forgetting: ForgetHousehold,
    private readonly erasures: ErasuresStore,
  ) {}

  @Can(privacyPolicy.forgetHousehold)
  @Query(() => ErasureModel, {
    name: 'householdErasure',
    nullable: true,
    description:
      'Yêu cầu xóa hồ sơ hộ đang chờ, ghi tại quầy. / The open request of a household, put on record at the counter.',
  })
  async householdErasure(
    @Asker() actor: Actor,
    @Args('householdId', { type: () => ID, description: 'Hộ. / The household.' })
    householdId: string,
  ): Promise<ErasureModel | null> {
    const household = await this.counter.one(actor, householdId);
    return (household && (await this.erasures.openOfHousehold(household.id))) ?? null;
  }

  @Can(privacyPolicy.forgetHousehold)
  @Mutation(() => AskToForgetResult, {
    name: 'askToForget',
    description:
      'Gửi mã tới số của hộ; hộ đọc mã là xin xóa hồ sơ. / Sends a household a code; reading it out is its wish to be forgotten.',
  })
  async askToForget(
    @Asker() actor: Actor,
    @Args('input', { description: 'Hộ nào. / Which household.' })
    { clientMutationId, householdId }: HouseholdActInput,
  ): Promise<GrantAskedModel | Refusal> {
    const wish = { clientMutationId, householdId, power: 'FORGET' } as const;
    const asked = await this.asking.run(actor, wish);
    return isRefusal(asked) ? asked : { ...asked, expiresAt: new Date(asked.expiresAt) };
  }

  @Can(privacyPolicy.forgetHousehold)
  @Mutation(() => ForgetHouseholdResult, {
    name: 'forgetHousehold',
    description:
      'Ghi yêu cầu xóa hồ sơ của hộ không dùng app; một ngày sau mới xóa, hộ được báo tin. / Puts on record that a household without the app asks to be forgotten; done a day later, and it is told.',
  })
  async forgetHousehold(
    @Asker() actor: Actor,
    @Args('input', { description: 'Yêu cầu và chứng cứ. / The wish, and what it rests on.' })
    { clientMutationId, householdId, code = null, paperId = null }: HouseholdWishInput,
  ): Promise<ErasureStateModel | Refusal> {
    const wish = { clientMutationId, householdId, code, paperId };
    return this.stateAfter(await this.forgetting.request(actor, wish));
  }

  @Can(privacyPolicy.forgetHousehold)
  @Mutation(() => ForgetHouseholdResult, {
    name: 'keepHousehold',
    description:
      'Hộ thôi không xóa hồ sơ nữa; hộ được báo tin. / The household takes its wish to be forgotten back, and is told.',
  })
  async keepHousehold(
    @Asker() actor: Actor,
    @Args('input', { description: 'Hộ nào. / Which household.' })
    { clientMutationId, householdId }: HouseholdActInput,
  ): Promise<ErasureStateModel | Refusal> {
    return this.stateAfter(await this.forgetting.keep(actor, { clientMutationId, householdId }));
  }

  private async stateAfter(
    done: { householdId: string } | Refusal,
  ): Promise<ErasureStateModel | Refusal> {
    if (isRefusal(done)) return done;
    return { erasure: (await this.erasures.openOfHousehold(done.householdId)) ?? null };
  }
}
