import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isId } from '../../kernel/id.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { AccountsStore } from '../data/accounts.store.js';
import { ViewsStore } from '../data/views.store.js';
import { checkCase, type StatedPurpose } from '../domain/look-purpose.js';
import { Territories } from '../territories.js';

export interface LookWish {
  readonly clientMutationId: string;
  readonly partyId: string;
  readonly purpose: StatedPurpose;
  readonly caseRef: string | null;
}

type Opened = { partyId: string } | Refusal<'PARTY_NOT_FOUND' | 'CASE_TOO_LONG' | ActRefusal>;

/** Says why, once for a party and a sign-in. An officer opens what is of her ground, an administrator anything. */
@Injectable()
export class OpenPersonalData {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountsStore,
    private readonly views: ViewsStore,
    private readonly territories: Territories,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, wish: LookWish): Promise<Opened> {
    const { clientMutationId: key, partyId, purpose } = wish;
    const caseRef = checkCase(wish.caseRef);
    if (isRefusal(caseRef)) return caseRef;
    if (!isId(partyId)) return refuse('PARTY_NOT_FOUND');

    const request = { partyId, purpose, caseRef };
    return this.uow.once<Opened>(
      { actor, operation: 'openPersonalData', key, request },
      async (tx) => {
        if (!(await this.isOfGround(actor, partyId))) return refuse('PARTY_NOT_FOUND');
        await this.views.state(tx, actor, request, this.clock.now());
        return { partyId };
      },
    );
  }

  private async isOfGround(actor: Actor, partyId: string): Promise<boolean> {
    const [party] = await this.accounts.parties([partyId]);
    if (!party) return false;
    return actor.role === 'ADMIN' || this.territories.holds(actor.partyId ?? '', party);
  }
}
