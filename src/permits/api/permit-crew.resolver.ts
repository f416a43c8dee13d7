import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Accounts, StaffSight, type Person } from '../../accounts/index.js';
import type { AskContext } from '../../platform/graphql/ask-context.js';
import { inOrderOf, PerRequestLoader } from '../../platform/graphql/per-request-loader.js';
import type { HealthProofEntity, PermitEntity } from '../data/permit.entities.js';
import { ProofsStore } from '../data/proofs.store.js';
import { isReviewer } from '../domain/permit.policy.js';
import { CrewMemberModel, PermitModel } from './permit.model.js';

/** Who is aboard and how healthy: for whoever judges the permit they asked for, and each look is kept for them. */
@Resolver(() => PermitModel)
export class PermitCrewResolver {
  readonly #people: PerRequestLoader<string, Person | undefined>;
  readonly #proofs: PerRequestLoader<string, readonly HealthProofEntity[]>;

  constructor(
    accounts: Accounts,
    proofs: ProofsStore,
    private readonly sight: StaffSight,
  ) {
    this.#people = new PerRequestLoader(async (ids) =>
      inOrderOf(ids, await accounts.people(ids), ({ id }) => id),
    );
    this.#proofs = new PerRequestLoader(async (ids) => {
      const all = await proofs.ofPeople(ids);
      return ids.map((id) => all.filter(({ personId }) => personId === id));
    });
  }

  @ResolveField(() => [CrewMemberModel], {
    nullable: true,
    description:
      'Người trên xe và xét nghiệm; chỉ người duyệt thấy. / People aboard and their tests; for reviewers alone.',
  })
  async crew(
    @Parent() permit: PermitEntity,
    @Context() context: AskContext,
  ): Promise<CrewMemberModel[] | null> {
    if (!isReviewer(context.actor)) return null;
    return Promise.all(
      permit.crewIds.map(async (personId) => {
        await this.sight.noteCrew(context, personId);
        const [person, proofs] = await Promise.all([
          this.#people.load(context, personId),
          this.#proofs.load(context, personId),
        ]);
        return { personId, name: person?.name ?? '', proofs: [...proofs] };
      }),
    );
  }
}
