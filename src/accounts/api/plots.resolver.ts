import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import { orRefused } from '../../platform/graphql/refused.js';
import type { PlotEntity } from '../data/account.entities.js';
import { AccountsStore } from '../data/accounts.store.js';
import { ownHousehold } from '../domain/grants.js';
import { partyPolicy } from '../domain/party.policy.js';
import { AddPlot } from '../use-cases/add-plot.js';
import { AddPlotInput, PlotModel } from './plot.model.js';

const AddPlotResult = orRefused('AddPlotResult', PlotModel, 'Đã khai thửa.');

@Resolver(() => PlotModel)
export class PlotsResolver {
  constructor(
    private readonly accounts: AccountsStore,
    private readonly adding: AddPlot,
  ) {}

  @Can(partyPolicy.addPlot)
  @Query(() => [PlotModel], {
    name: 'myPlots',
    description: 'Các thửa của hộ mình, nhiều nhất 50. / Land of the household, at most 50 plots.',
  })
  async myPlots(@Asker() actor: Actor): Promise<PlotEntity[]> {
    return actor.partyId === null ? [] : this.accounts.plotsOf(ownHousehold(actor));
  }

  @Can(partyPolicy.addPlot)
  @Mutation(() => AddPlotResult, {
    name: 'addPlot',
    description: 'Khai thêm một thửa. / Adds a piece of land.',
  })
  async addPlot(
    @Asker() actor: Actor,
    @Args('input', { description: 'Thửa nào. / The land.' }) input: AddPlotInput,
  ): Promise<PlotEntity | Refusal | null> {
    const added = await this.adding.run(actor, input);
    return isRefusal(added) ? added : this.accounts.plot(added.plotId);
  }
}
