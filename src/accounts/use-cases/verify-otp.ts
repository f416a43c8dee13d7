import { timingSafeEqual } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Counters } from '../../platform/limits/counters.js';
import { Sealer } from '../../platform/secrets/sealer.js';
import { AccountsStore } from '../data/accounts.store.js';
import { OtpStore } from '../data/otp.store.js';
import type { AskedFrom } from '../device-mark.js';
import { networkOf } from '../domain/otp-budget.js';
import { normalisePhone } from '../domain/phone.js';
import { startsAs } from '../domain/session-life.js';
import { Sessions } from '../sessions.js';

// Guessing is a spraying problem: many phones, few tries each. These two budgets bound it.
const WRONG_PER_IP_HOUR = 200;
const WRONG_PER_HOUR = 1_000;

const log = new Logger('sign-in');

type VerifyRefusal = 'PHONE_INVALID' | 'PHONE_OLD_PREFIX' | 'OTP_WRONG' | 'OTP_TOO_MANY_TRIES';

/** Exchanges a code for a session. Every wrong answer reads the same, whatever was wrong. */
@Injectable()
export class VerifyOtp {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly otps: OtpStore,
    private readonly accounts: AccountsStore,
    private readonly sessions: Sessions,
    private readonly counters: Counters,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  /** @returns the token for the session cookie */
  async run(
    typedPhone: string,
    code: string,
    from: AskedFrom,
  ): Promise<{ token: string } | Refusal<VerifyRefusal>> {
    const phone = normalisePhone(typedPhone);
    if (isRefusal(phone)) return phone;
    const ipBucket = `otp-wrong-ip:${this.sealer.hash('net', networkOf(from.ip))}`;
    const [fromHere, fromAll, isKnown] = await Promise.all([
      this.counters.soFar(ipBucket, 60),
      this.counters.soFar('otp-wrong', 60),
      this.otps.isKnownDevice(phone, from.deviceHash),
    ]);
    // While somebody sprays, those who were signed in before still get in with the browser they used.
    if (!isKnown && (fromHere >= WRONG_PER_IP_HOUR || fromAll >= WRONG_PER_HOUR))
      return refuse('OTP_TOO_MANY_TRIES');

    const now = this.clock.now();
    const challenge = await this.otps.spendTry(phone, from.deviceHash, now);
    if (!challenge || !isSame(challenge.codeHash, this.sealer.hash('otp', phone, code.trim()))) {
      await this.counters.count(ipBucket, 60);
      if ((await this.counters.count('otp-wrong', 60)) === WRONG_PER_HOUR)
        log.warn('a thousand wrong sign-in codes within an hour: only known devices get in');
      return refuse('OTP_WRONG', {}, 'code');
    }

    return this.uow.run(async (tx) => {
      if (!(await this.otps.use(tx, challenge.id, now))) return refuse('OTP_WRONG', {}, 'code');
      const fresh = { id: uuid(), phone, name: '', locale: 'vi' as const, createdAt: now };
      const person = await this.accounts.personOfPhone(tx, fresh);
      const held = startsAs(await this.accounts.membershipsOf(person.id), 'MARKET');
      const acting = held ?? { partyId: null, role: 'NEWCOMER' as const };
      return { token: await this.sessions.open(tx, person.id, acting, from) };
    });
  }
}

const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
