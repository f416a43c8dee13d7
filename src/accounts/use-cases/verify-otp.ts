import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AccountsStore } from '../data/accounts.store.js';
import { PinsStore } from '../data/pins.store.js';
import { VouchersStore } from '../data/vouchers.store.js';
import type { AskedFrom } from '../device-mark.js';
import { normalisePhone } from '../domain/phone.js';
import { startsAs } from '../domain/session-life.js';
import type { OtpRefusal } from '../otp-check.js';
import { Sessions } from '../sessions.js';
import { SignInProofs } from '../sign-in-proof.js';

/** After a year an operator may have given the number to somebody else. */
const SLEEP_MS = 365 * 86_400_000;

/** Exchanges a code for a session of the market. */
@Injectable()
export class VerifyOtp {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly proofs: SignInProofs,
    private readonly vouched: VouchersStore,
    private readonly accounts: AccountsStore,
    private readonly pins: PinsStore,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  /** @returns the token for the session cookie */
  async run(
    typedPhone: string,
    code: string,
    from: AskedFrom,
  ): Promise<{ token: string } | Refusal<OtpRefusal | 'PHONE_ASLEEP'>> {
    const phone = normalisePhone(typedPhone);
    if (isRefusal(phone)) return phone;
    const proof = await this.proofs.of(phone, code, from);
    if (isRefusal(proof)) return proof;

    return this.uow.run(async (tx) => {
      if (!(await proof.use(tx))) return refuse('OTP_WRONG', {}, 'code');
      const createdAt = this.clock.now();
      const fresh = { id: uuid(), phone, name: '', locale: 'vi' as const, createdAt };
      const person = await this.accounts.personOfPhone(tx, fresh);
      const since = new Date(createdAt.getTime() - SLEEP_MS);
      if (!proof.isSure && (await this.vouched.sleepsSince(tx, person.id, since)))
        return refuse('PHONE_ASLEEP');
      await this.vouched.noteSignIn(tx, person.id, createdAt);
      const pinned = await this.pins.pinned(person.id);
      // A profile behind a number is never opened by a code alone: it is chosen, with its number.
      const free = (await this.accounts.membershipsOf(person.id)).filter(
        ({ partyId, role }) => role !== 'GROWER' || !pinned.has(partyId),
      );
      const held = startsAs(free, 'MARKET');
      const acting = held ?? { partyId: null, role: 'NEWCOMER' as const };
      return { token: await this.sessions.open(tx, person.id, acting, from) };
    });
  }
}
