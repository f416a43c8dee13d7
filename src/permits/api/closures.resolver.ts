import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import { AdminUnitModel, type AdminUnit } from '../../places/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { Closures } from '../closures.js';
import type { ZoneStatusEntity } from '../data/permit.entities.js';
import { RulesStore } from '../data/rules.store.js';
import { permitPolicy } from '../domain/permit.policy.js';
import { CloseCommune } from '../use-cases/close-commune.js';
import { ApplyClosureInput, CommuneClosureModel, LiftClosureInput } from './closure.model.js';

const ClosureResult = orRefused('ClosureResult', CommuneClosureModel, 'Đã ghi.');

type Shown = CommuneClosureModel & { readonly unitCode: string };

@Resolver(() => CommuneClosureModel)
export class ClosuresResolver {
  constructor(
    private readonly store: RulesStore,
    private readonly closing: CloseCommune,
    private readonly declared: Closures,
    private readonly clock: Clock,
  ) {}

  @Can(permitPolicy.close)
  @Query(() => [CommuneClosureModel], {
    name: 'closures',
    description:
      'Các xã đang hoặc sắp phong tỏa. / Communes that are closed or will be, the next first.',
  })
  async closures(): Promise<CommuneClosureModel[]> {
    return (await this.store.closuresFrom(this.clock.now())).map(shown);
  }

  @Can(permitPolicy.close)
  @Mutation(() => ClosureResult, {
    name: 'applyClosure',
    description:
      'Phong tỏa một xã: hàng chưa chở ra được, không tự phân bổ. / Closes a commune: nothing leaves it and nothing of it is gathered.',
  })
  async applyClosure(
    @Asker() actor: Actor,
    @Args('input', { description: 'Xã, thời gian, quyết định. / Which, when and why.' })
    input: ApplyClosureInput,
  ): Promise<CommuneClosureModel | Refusal> {
    return this.answer(await this.closing.close(actor, input));
  }

  @Can(permitPolicy.close)
  @Mutation(() => ClosureResult, {
    name: 'liftClosure',
    description: 'Mở lại xã từ bây giờ. / Opens the commune from now on.',
  })
  async liftClosure(
    @Asker() actor: Actor,
    @Args('input', { description: 'Lần nào. / Which.' }) input: LiftClosureInput,
  ): Promise<CommuneClosureModel | Refusal> {
    return this.answer(await this.closing.open(actor, input));
  }

  @ResolveField(() => AdminUnitModel, { nullable: true, description: 'Xã. / The commune.' })
  commune(@Parent() closure: Shown): Promise<AdminUnit | undefined> {
    return this.declared.communeOf(closure);
  }

  private async answer(done: { id: string } | Refusal): Promise<CommuneClosureModel | Refusal> {
    return isRefusal(done) ? done : shown(await this.store.closure(done.id));
  }
}

const shown = (zone: ZoneStatusEntity): Shown => ({
  id: zone.id,
  unitCode: zone.unitCode,
  source: zone.source,
  from: zone.effectiveFrom,
  until: zone.effectiveTo,
});
