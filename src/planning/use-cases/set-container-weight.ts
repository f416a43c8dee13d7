import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { AssistedActs } from '../../accounts/index.js';
import { Clock } from '../../kernel/clock.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import type { Container } from '../../kernel/spoken/containers.js';
import { grams } from '../../kernel/units.js';
import type { Actor } from '../../platform/access/actor.js';
import { actOf, type ActRefusal, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ContainerWeightsStore } from '../data/container-weights.store.js';
import { forecastPolicy } from '../domain/forecast.policy.js';
import { spokesmanOf } from '../domain/standing.js';
import { Standings } from '../standings.js';

export interface ContainerWish {
  readonly clientMutationId: string;
  /** Left out: the household acted for. */
  readonly householdId?: string | null;
  readonly container: Container;
  readonly grams: number;
}

const LEAST_GRAMS = 1_000;
/** More than two men carry. */
const MOST_GRAMS = 100_000;

/** "Một sọt nhà tôi 25 cân": what a household's own basket or crate holds, from now on. */
@Injectable()
export class SetContainerWeight {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly weights: ContainerWeightsStore,
    private readonly standings: Standings,
    private readonly assisted: AssistedActs,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    wish: ContainerWish,
  ): Promise<
    { householdId: string } | Refusal<'HOUSEHOLD_NOT_FOUND' | 'CONTAINER_WRONG' | ActRefusal>
  > {
    const found = await this.standings.of(actor, wish.householdId ?? actor.partyId ?? '');
    const source = found && spokesmanOf(actor, found.standing);
    if (!source || !forecastPolicy.setContainer.allows(actor, found.standing))
      return refuse('HOUSEHOLD_NOT_FOUND');
    const householdId = found.household.id;
    return this.uow.once(actOf(actor, 'setContainerWeight', wish), async (tx) => {
      if (wish.grams < LEAST_GRAMS || wish.grams > MOST_GRAMS)
        return refuse('CONTAINER_WRONG', { least: LEAST_GRAMS, most: MOST_GRAMS }, 'grams');
      const id = uuid();
      await this.weights.add(tx, {
        id,
        householdId,
        container: wish.container,
        grams: grams(wish.grams),
        source,
        setBy: actor.personId,
        createdAt: this.clock.now(),
      });
      await this.assisted.record(tx, actor, {
        householdId,
        kind: 'CONTAINER_SET',
        subjectId: id,
        facts: { container: wish.container, grams: wish.grams },
      });
      return { householdId };
    });
  }
}
