import { Injectable } from '@nestjs/common';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor, Role } from '../../platform/access/actor.js';
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
  ): Promise<{ partyId: string } | Refusal<'PARTY_NOT_YOURS'>> {
    return this.uow.run(async (tx) => {
      const held = await this.accounts.membershipsOf(actor.personId);
      const isHeld = held.some((one) => one.partyId === partyId && one.role === role);
      if (!isHeld || actor.sessionId === null) return refuse('PARTY_NOT_YOURS');
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
