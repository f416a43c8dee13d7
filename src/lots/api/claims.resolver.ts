import {
  Args,
  Context,
  ID,
  Mutation,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { actOf } from '../../platform/database/unit-of-work.js';
import type { AskContext } from '../../platform/graphql/ask-context.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import { ClaimsStore } from '../data/claims.store.js';
import { lotPolicy } from '../domain/lot.policy.js';
import { DeclareClaim } from '../use-cases/declare-claim.js';
import { PauseSelling } from '../use-cases/pause-selling.js';
import { claimShown, ClaimViews } from './claim-views.js';
import {
  ClaimModel,
  ClaimWithdrawnModel,
  DeclareClaimInput,
  DeclareClaimResult,
  WithdrawClaimInput,
  WithdrawClaimResult,
} from './claim.model.js';
import { LotModel } from './lot.model.js';

@Resolver(() => LotModel)
export class ClaimsResolver {
  constructor(
    private readonly store: ClaimsStore,
    private readonly declaring: DeclareClaim,
    private readonly households: PauseSelling,
    private readonly views: ClaimViews,
  ) {}

  @ResolveField(() => [ClaimModel], {
    description:
      'Chứng nhận, mã vùng trồng hộ khai, còn hiệu lực ngày lấy hàng. / What its household declares of it, valid on the first ready day.',
  })
  claims(@Parent() lot: LotModel, @Context() context: AskContext): Promise<ClaimModel[]> {
    const { id, householdId, communeId, crop, readyFrom } = lot;
    return this.views.of(context, { id, householdId, communeId, cropCode: crop.code, readyFrom });
  }

  @Can(lotPolicy.readFor)
  @Query(() => [ClaimModel], {
    name: 'householdClaims',
    description:
      'Những giấy hộ đã khai; chỉ cho hộ và người làm thay. / What a household declares, for those who speak for it.',
  })
  async householdClaims(
    @Asker() actor: Actor,
    @Args('householdId', {
      type: () => ID,
      nullable: true,
      description: 'Hộ; bỏ trống là nhà mình. / The household; own by default.',
    })
    householdId: string | null,
  ): Promise<ClaimModel[]> {
    const found = await this.households.readable(actor, householdId);
    return found
      ? (await this.store.ofHouseholds([found.householdId])).map((claim) => claimShown(claim))
      : [];
  }

  @Can(lotPolicy.speakFor)
  @Mutation(() => DeclareClaimResult, {
    name: 'declareClaim',
    description:
      'Khai chứng nhận hoặc mã vùng trồng. / Declares a certificate or a growing-area code.',
  })
  async declareClaim(
    @Asker() actor: Actor,
    @Args('input', { description: 'Lời khai. / The claim.' }) input: DeclareClaimInput,
  ): Promise<ClaimModel | Refusal> {
    const declared = await this.declaring.run(actOf(actor, 'declareClaim', input), {
      claimId: input.claimId,
      kind: input.kind,
      number: input.number,
      validFrom: input.validFrom,
      householdId: input.householdId ?? null,
      cropCode: input.cropCode ?? null,
      validTo: input.validTo ?? null,
      proofId: input.proofId ?? null,
    });
    if (isRefusal(declared)) return declared;
    const claim = await this.store.find(declared.claimId);
    if (!claim) throw new Error(`no claim ${declared.claimId}`);
    return claimShown(claim);
  }

  @Can(lotPolicy.speakFor)
  @Mutation(() => WithdrawClaimResult, {
    name: 'withdrawClaim',
    description: 'Rút lời khai. / Takes a claim back.',
  })
  withdrawClaim(
    @Asker() actor: Actor,
    @Args('input', { description: 'Lời khai. / The claim.' }) input: WithdrawClaimInput,
  ): Promise<ClaimWithdrawnModel | Refusal> {
    return this.declaring.withdraw(actOf(actor, 'withdrawClaim', input), input);
  }
}
