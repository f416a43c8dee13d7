import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { UuidScalar } from '../../platform/graphql/scalars.js';
import { ContainerWeightsStore } from '../data/container-weights.store.js';
import { forecastPolicy } from '../domain/forecast.policy.js';
import { Standings } from '../standings.js';
import { SetContainerWeight } from '../use-cases/set-container-weight.js';
import { ContainerWeightsModel, SetContainerWeightInput } from './container.model.js';

const SetResult = orRefused('SetContainerWeightResult', ContainerWeightsModel, 'Đã ghi.');

@Resolver(() => ContainerWeightsModel)
export class ContainersResolver {
  constructor(
    private readonly store: ContainerWeightsStore,
    private readonly setting: SetContainerWeight,
    private readonly standings: Standings,
  ) {}

  @Can(forecastPolicy.readContainers)
  @Query(() => ContainerWeightsModel, {
    name: 'containerWeights',
    nullable: true,
    description:
      'Sọt, thùng của một hộ đựng bao nhiêu. / What the baskets and crates of a household hold.',
  })
  async containerWeights(
    @Asker() actor: Actor,
    @Args('householdId', {
      type: () => UuidScalar,
      nullable: true,
      description: 'Hộ; bỏ trống là hộ của mình. / The household; own by default.',
    })
    householdId: string | null,
  ): Promise<ContainerWeightsModel | null> {
    const found = await this.standings.of(actor, householdId ?? actor.partyId ?? '');
    if (!found || !forecastPolicy.readContainers.allows(actor, found.standing)) return null;
    return this.of(found.household.id);
  }

  @Can(forecastPolicy.setContainer)
  @Mutation(() => SetResult, {
    name: 'setContainerWeight',
    description:
      'Nói một sọt, một thùng của hộ đựng bao nhiêu; số cũ vẫn giữ. / Says what one container holds; earlier words stay.',
  })
  async setContainerWeight(
    @Asker() actor: Actor,
    @Args('input', { description: 'Đồ đựng và số kg. / Container and weight.' })
    input: SetContainerWeightInput,
  ): Promise<ContainerWeightsModel | Refusal> {
    const set = await this.setting.run(actor, input);
    return isRefusal(set) ? set : this.of(set.householdId);
  }

  private async of(householdId: string): Promise<ContainerWeightsModel> {
    return { householdId, weights: await this.store.ofHousehold(householdId) };
  }
}
