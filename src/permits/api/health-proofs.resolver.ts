import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { StaffSight } from '../../accounts/index.js';
import { isId } from '../../kernel/id.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import { orRefused } from '../../platform/graphql/refused.js';
import type { HealthProofEntity } from '../data/permit.entities.js';
import { ProofsStore } from '../data/proofs.store.js';
import { isReviewer, permitPolicy } from '../domain/permit.policy.js';
import { proofEnd } from '../domain/proof-end.js';
import { Rules } from '../rules.js';
import { RecordHealthProof } from '../use-cases/record-health-proof.js';
import { RecordHealthProofInput } from './permit.inputs.js';
import { HealthProofModel } from './permit.model.js';
import { InstantScalar } from '../../platform/graphql/scalars.js';

const RecordHealthProofResult = orRefused(
  'RecordHealthProofResult',
  HealthProofModel,
  'Đã ghi kết quả.',
);

@Resolver(() => HealthProofModel)
export class HealthProofsResolver {
  constructor(
    private readonly proofs: ProofsStore,
    private readonly recording: RecordHealthProof,
    private readonly rules: Rules,
    private readonly sight: StaffSight,
  ) {}

  @Can(permitPolicy.recordProof)
  @Mutation(() => RecordHealthProofResult, {
    name: 'recordHealthProof',
    description:
      'Ghi kết quả xét nghiệm, dùng cho mọi chuyến trong hạn. / Records a test for every trip within its time.',
  })
  async recordHealthProof(
    @Asker() actor: Actor,
    @Args('input', { description: 'Kết quả. / The result.' }) input: RecordHealthProofInput,
  ): Promise<HealthProofEntity | Refusal> {
    const recorded = await this.recording.run(actor, input);
    return isRefusal(recorded) ? recorded : this.proofs.find(recorded.proofId);
  }

  @Can(permitPolicy.readProofs)
  @Query(() => [HealthProofModel], {
    name: 'healthProofs',
    description:
      'Xét nghiệm của mình hoặc mình đã ghi; người duyệt nói để làm gì rồi xem được của mọi người. / Own tests and those one recorded; a reviewer who stated a purpose sees anybody’s.',
  })
  async healthProofs(
    @Asker() actor: Actor,
    @Args('personId', {
      type: () => ID,
      nullable: true,
      description: 'Của ai; bỏ trống là của mình. / Whose; one’s own when left out.',
    })
    personId: string | null,
  ): Promise<HealthProofEntity[]> {
    const whose = personId ?? actor.personId;
    if (!isId(whose)) return [];
    const seesAll =
      whose === actor.personId ||
      (isReviewer(actor) && (await this.sight.openPerson(actor, whose)));
    return this.proofs.visibleTo(actor, whose, seesAll);
  }

  @ResolveField(() => InstantScalar, {
    nullable: true,
    description:
      'Dùng được đến lúc này theo quy định đang có hiệu lực; null khi không quy định nào hỏi. / Counts until then by the rules in force; null when none asks.',
  })
  async validTo(@Parent() proof: HealthProofEntity): Promise<Date | null> {
    const { rulePacks } = await this.rules.inForce(proof.resultAt);
    return proofEnd(proof, rulePacks);
  }
}
