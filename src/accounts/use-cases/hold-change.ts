import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { AccountsStore } from '../data/accounts.store.js';
import { HeldChangesStore, type HeldChange } from '../data/held-changes.store.js';
import type { AskedFrom } from '../device-mark.js';
import { OtpCheck, type OtpRefusal } from '../otp-check.js';
import { normalisePhone } from '../domain/phone.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** A new number or account waits; the number of before is told by SMS, because the person may hold it alone. */
    'change.held': {
      changeId: string;
      kind: 'PHONE' | 'PAYOUT';
      personId: string;
      partyId: string | null;
      oldPhone: string;
      effectiveAt: string;
    };
  }
}

const HOLD_MS = 24 * 3_600_000;

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
    private readonly outbox: Outbox,
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
    if (person?.phone === phone) return refuse('PHONE_SAME', {}, 'newPhone');
    const proof = await this.otp.check(phone, wish.code, from);
    if (isRefusal(proof)) return proof;

    const act = {
      actor,
      operation: 'changePhone',
      key: wish.clientMutationId,
      request: { phone },
    };
    return this.uow.once(act, async (tx) => {
      if (!(await proof.use(tx))) return refuse('OTP_WRONG', {}, 'code');
      // Told only now: whoever holds the new number may know whether it is registered.
      if (await this.accounts.findByPhone(tx, phone)) return refuse('PHONE_TAKEN', {}, 'newPhone');
      const values = { partyId: null, phone, bankBin: null, bankAccount: null };
      return this.hold(tx, actor, person?.phone ?? '', { kind: 'PHONE', ...values });
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
      const values = { partyId: actor.partyId, phone: null, bankBin, bankAccount };
      return this.hold(tx, actor, person?.phone ?? '', { kind: 'PAYOUT', ...values });
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

  private async hold(
    tx: Parameters<HeldChangesStore['add']>[0],
    actor: Actor,
    oldPhone: string,
    change: Omit<HeldChange, 'id' | 'personId' | 'requestedAt' | 'effectiveAt'>,
  ): Promise<{ id: string } | Refusal<'CHANGE_WAITS'>> {
    const { personId } = actor;
    const requestedAt = this.clock.now();
    const effectiveAt = new Date(requestedAt.getTime() + HOLD_MS);
    const id = uuid();
    if (!(await this.changes.add(tx, { id, personId, requestedAt, effectiveAt, ...change })))
      return refuse('CHANGE_WAITS');
    await this.outbox.publish(tx, 'change.held', {
      changeId: id,
      kind: change.kind,
      personId,
      partyId: change.partyId ?? actor.partyId,
      oldPhone,
      effectiveAt: effectiveAt.toISOString(),
    });
    return { id };
  }
}
