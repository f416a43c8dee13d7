import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Counters } from '../../platform/limits/counters.js';
import { Sealer } from '../../platform/secrets/sealer.js';
import { AccountsStore } from '../data/accounts.store.js';
import { StaffStore, type SpentTry } from '../data/staff.store.js';
import type { AskedFrom } from '../device-mark.js';
import { networkOf } from '../domain/otp-budget.js';
import { normalisePhone } from '../domain/phone.js';
import { startsAs } from '../domain/session-life.js';
import { isPassword } from '../password-hash.js';
import { stepOf } from '../second-factor.js';
import { Sessions } from '../sessions.js';

// An office of thirty behind one address mistypes less than this in an hour; a guesser needs far more.
const WRONG_PER_IP_HOUR = 60;
const TRIES = 5;
const TRIES_MINUTES = 15;

export interface StaffSecrets {
  readonly phone: string;
  readonly password: string;
  /** The six digits of the authenticator. */
  readonly code: string;
}

type SignInRefusal =
  'PHONE_INVALID' | 'PHONE_OLD_PREFIX' | 'STAFF_SIGN_IN_WRONG' | 'STAFF_TOO_MANY_TRIES';

/** Opens a session of the staff. Which of the three was wrong, and whether the phone is known, is not told. */
@Injectable()
export class SignInStaff {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly staff: StaffStore,
    private readonly accounts: AccountsStore,
    private readonly sessions: Sessions,
    private readonly counters: Counters,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  /** @returns the token for the session cookie */
  async run(
    typed: StaffSecrets,
    from: AskedFrom,
  ): Promise<{ token: string } | Refusal<SignInRefusal>> {
    const phone = normalisePhone(typed.phone);
    if (isRefusal(phone)) return phone;
    const bucket = `staff-wrong-ip:${this.sealer.hash('net', networkOf(from.ip))}`;
    const own = `staff-try:${this.sealer.hash('phone', phone, from.deviceHash ?? '')}`;
    // Counted before it is judged: many at once are no more than one after the other, and a password is slow to check.
    const fromHere = await this.counters.count(bucket, 60);
    // Wrong tries of others shut nobody out of the browser she was signed in with before.
    const isKnown = await this.staff.isKnownDevice(phone, from.deviceHash);
    if (!isKnown && fromHere > WRONG_PER_IP_HOUR) return refuse('STAFF_TOO_MANY_TRIES');

    const now = this.clock.now();
    const tried = isKnown ? await this.ownTry(phone, own) : await this.staff.spendTry(phone, now);
    const knows = await isPassword(typed.password, tried?.passwordHash);
    const step =
      tried && knows
        ? stepOf(this.sealer.open(tried.totpSealed), typed.code.trim(), now)
        : undefined;
    if (!tried || step === undefined) return refuse('STAFF_SIGN_IN_WRONG');
    await this.counters.giveBack(bucket, 60);
    if (isKnown) await this.counters.forget(own);

    return this.uow.run(async (tx) => {
      if (!(await this.staff.useStep(tx, tried.personId, step)))
        return refuse('STAFF_SIGN_IN_WRONG');
      const acting = startsAs(await this.accounts.membershipsOf(tried.personId), 'STAFF');
      if (!acting) return refuse('STAFF_SIGN_IN_WRONG');
      return { token: await this.sessions.open(tx, tried.personId, acting, from) };
    });
  }

  /** One of the five tries a browser that is known has for itself. */
  private async ownTry(phone: string, bucket: string): Promise<SpentTry | undefined> {
    const spent = await this.counters.admits([{ bucket, minutes: TRIES_MINUTES, most: TRIES }]);
    return spent ? undefined : this.staff.secretsOf(phone);
  }
}
