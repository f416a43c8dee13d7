import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { RulesStore } from '../data/rules.store.js';
import { Rules } from '../rules.js';

export interface EndRulePackWish {
  readonly clientMutationId: string;
  readonly code: string;
}

/** PE-22: from now on the pack asks nothing; permits that were issued under it stay as they are. */
@Injectable()
export class EndRulePack {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: RulesStore,
    private readonly rules: Rules,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    { clientMutationId, code }: EndRulePackWish,
  ): Promise<{ code: string } | Refusal<'RULE_PACK_NOT_FOUND' | ActRefusal>> {
    const act = { actor, operation: 'endRulePack', key: clientMutationId, request: { code } };
    const ended = await this.uow.once<{ code: string } | Refusal<'RULE_PACK_NOT_FOUND'>>(
      act,
      async (tx) => {
        const isEnded = await this.store.end(tx, code, actor.personId, this.clock.now());
        return isEnded ? { code } : refuse('RULE_PACK_NOT_FOUND', {}, 'code');
      },
    );
    if (!isRefusal(ended)) this.rules.forget();
    return ended;
  }
}
