import { Injectable } from '@nestjs/common';
import { isId } from '../../kernel/id.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import { audienceOf, type Actor, type Role } from '../../platform/access/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AccountsStore } from '../data/accounts.store.js';
import { Pins, type PinRefusal } from '../pins.js';
import { Sessions } from '../sessions.js';

export interface SwitchWish {
  readonly partyId: string;
  readonly role: Role;
  readonly pin?: string | null;
}

/** "Đang làm việc với tư cách…": the same sign-in, another party. */
@Injectable()
export class SwitchParty {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountsStore,
    private readonly sessions: Sessions,
    private readonly pins: Pins,
  ) {}

  async run(
    actor: Actor,
    { partyId, role, pin = null }: SwitchWish,
  ): Promise<
    { partyId: string } | Refusal<'PARTY_NOT_YOURS' | 'OTHER_SIGN_IN_NEEDED' | PinRefusal>
  > {
    // Going on as oneself asks for nothing; a number is asked by the profile one comes to.
    if (role === 'GROWER' && partyId !== actor.partyId && isId(partyId)) {
      const barred = await this.pins.check(actor.personId, partyId, pin);
      if (barred) return barred;
    }
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

  /** Nobody's profile, until one is chosen. @returns false for whoever serves an office: that sign-in has no profiles */
  async leave(actor: Actor): Promise<boolean> {
    const { sessionId } = actor;
    if (sessionId === null || audienceOf(actor.role) === 'STAFF') return false;
    await this.uow.run((tx) =>
      this.accounts.switchSession(
        tx,
        sessionId,
        null,
        'NEWCOMER',
        this.sessions.expiry('NEWCOMER'),
      ),
    );
    return true;
  }
}
