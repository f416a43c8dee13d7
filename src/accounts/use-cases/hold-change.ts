import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { AccountsStore } from '../data/accounts.store.js';
import { HeldChangesStore } from '../data/held-changes.store.js';
import type { AskedFrom } from '../device-mark.js';
import { normalisePhone } from '../domain/phone.js';
import { Holding } from '../holding.js';
import { OtpCheck, type OtpRefusal } from '../otp-check.js';

export interface PhoneWish {
  readonly clientMutationId: string;
  readonly newPhone: string;
  /** The code sent to the new number. */
  readonly code: string;
}
export interface PayoutWish {
  readonly clientMutationId: string;
  readonly bankBin: string;
  readonly bankAccount: string;
}

/**
 * A new number or a new account for money. Both wait a day whichever device asks: what a thief with a swapped SIM wants
 * first is exactly this, and the owner hears of it on her other devices and on the old number.
 */
@Injectable()
export class HoldChange {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountsStore,
    private readonly changes: HeldChangesStore,
    private readonly otp: OtpCheck,
    private readonly holding: Holding,
    private readonly clock: Clock,
  ) {}

  async phone(
    actor: Actor,
    wish: PhoneWish,
    from: AskedFrom,
  ): Promise<
    | { id: string }
    | Refusal<'PHONE_SAME' | 'PHONE_TAKEN' | 'CHANGE_WAITS' | OtpRefusal | ActRefusal>
  > {
    const phone = normalisePhone(wish.newPhone);
    if (isRefusal(phone)) return { ...phone, field: 'newPhone' };
    const person = await this.accounts.person(actor.personId);
    const prove = async () =>
      person?.phone === phone
        ? refuse('PHONE_SAME', {}, 'newPhone')
        : this.otp.check(phone, wish.code, from);

    const act = {
      actor,
      operation: 'changePhone',
      key: wish.clientMutationId,
      request: { phone, code: this.otp.sealed(phone, wish.code) },
    };
    return this.uow.onceProved(act, prove, async (tx, proof) => {
      if (!(await proof.use(tx))) return refuse('OTP_WRONG', {}, 'code');
      // Told only now: whoever holds the new number may know whether it is registered.
      if (await this.accounts.findByPhone(tx, phone)) return refuse('PHONE_TAKEN', {}, 'newPhone');
      const change = { kind: 'PHONE', partyId: null, phone } as const;
      return this.holding.hold(tx, actor, person?.phone ?? '', change);
    });
  }

  async payout(
    actor: Actor,
    wish: PayoutWish,
  ): Promise<
    { id: string } | Refusal<'BANK_UNKNOWN' | 'ACCOUNT_INVALID' | 'CHANGE_WAITS' | ActRefusal>
  > {
    const bankAccount = wish.bankAccount.replace(/[\s.-]/g, '');
    if (!/^\d{6}$/.test(wish.bankBin)) return refuse('BANK_UNKNOWN', {}, 'bankBin');
    if (!/^\d{6,19}$/.test(bankAccount)) return refuse('ACCOUNT_INVALID', {}, 'bankAccount');
    const { bankBin } = wish;
    const act = {
      actor,
      operation: 'changePayoutAccount',
      key: wish.clientMutationId,
      request: { bankBin, bankAccount },
    };
    return this.uow.once(act, async (tx) => {
      const person = await this.accounts.person(actor.personId);
      const change = { kind: 'PAYOUT', partyId: actor.partyId, bankBin, bankAccount } as const;
      return this.holding.hold(tx, actor, person?.phone ?? '', change);
    });
  }

  cancel(
    actor: Actor,
    wish: { readonly clientMutationId: string; readonly changeId: string },
  ): Promise<{ id: string } | Refusal<'CHANGE_GONE' | ActRefusal>> {
    const { clientMutationId: key, changeId } = wish;
    const act = { actor, operation: 'cancelHeldChange', key, request: { changeId } };
    return this.uow.once(act, async (tx) => {
      const { personId, partyId } = actor;
      const by = { personId, partyId, now: this.clock.now() };
      return (await this.changes.cancel(tx, changeId, by))
        ? { id: changeId }
        : refuse('CHANGE_GONE');
    });
  }
}
