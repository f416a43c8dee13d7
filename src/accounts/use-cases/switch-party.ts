import { Injectable } from '@nestjs/common';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import { audienceOf, type Actor, type Role } from '../../platform/access/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AccountsStore } from '../data/accounts.store.js';
import { Sessions } from '../sessions.js';

/** "Đang làm việc với tư cách…": the same sign-in, another party. */
@Injectable()
export class SwitchParty {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountsStore,
    private readonly sessions: Sessions,
  ) {}

  run(
    actor: Actor,
    partyId: string,
    role: Role,
  ): Promise<{ partyId: string } | Refusal<'PARTY_NOT_YOURS' | 'OTHER_SIGN_IN_NEEDED'>> {
    return this.uow.run(async (tx) => {
      const held = await this.accounts.membershipsOf(actor.personId);
      const isHeld = held.some((one) => one.partyId === partyId && one.role === role);
      if (!isHeld || actor.sessionId === null) return refuse('PARTY_NOT_YOURS');
      if (audienceOf(role) !== audienceOf(actor.role)) return refuse('OTHER_SIGN_IN_NEEDED');
      await this.accounts.switchSession(
        tx,
        actor.sessionId,
        partyId,
        role,
        this.sessions.expiry(role),
      );
      return { partyId };
    });
  }
}
