import { timingSafeEqual } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import { Counters } from '../platform/limits/counters.js';
import { Sealer } from '../platform/secrets/sealer.js';
import { OtpStore } from './data/otp.store.js';
import type { AskedFrom } from './device-mark.js';
import { networkOf } from './domain/otp-budget.js';

// Guessing is a spraying problem: many phones, few tries each. These two budgets bound it. A try costs the network it comes
// from whatever it tries, and all of us only when it is made at a code that lives: else anybody could shut the door for all.
const WRONG_PER_NETWORK_HOUR = 200;
const WRONG_PER_HOUR = 1_000;

const log = new Logger('sign-in');

export type OtpRefusal = 'PHONE_INVALID' | 'PHONE_OLD_PREFIX' | 'OTP_WRONG' | 'OTP_TOO_MANY_TRIES';

/** A right code; `use` makes it worthless and is false when another request was quicker. */
export interface Proof {
  use(tx: Tx): Promise<boolean>;
}

/** Whether whoever asks holds a phone. Every wrong answer reads the same, whatever was wrong. */
@Injectable()
export class OtpCheck {
  constructor(
    private readonly otps: OtpStore,
    private readonly counters: Counters,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  /** @param phone E.164 */
  async check(
    phone: string,
    code: string,
    from: AskedFrom,
  ): Promise<Proof | Refusal<'OTP_WRONG' | 'OTP_TOO_MANY_TRIES'>> {
    const here = `otp-wrong-ip:${this.sealer.hash('net', networkOf(from.ip))}`;
    const [fromHere, fromAll, isKnown] = await Promise.all([
      // Counted before it is judged, so that a thousand at once are no more than one after the other.
      this.counters.count(here, 60),
      this.counters.soFar('otp-wrong', 60),
      this.otps.isKnownDevice(phone, from.deviceHash),
    ]);
    // While somebody sprays, those who were signed in before still get in with the browser they used.
    if (!isKnown && (fromHere > WRONG_PER_NETWORK_HOUR || fromAll >= WRONG_PER_HOUR))
      return refuse('OTP_TOO_MANY_TRIES');

    const now = this.clock.now();
    const challenge = await this.otps.spendTry(phone, from.deviceHash, now);
    if (!challenge || !isSame(challenge.codeHash, this.sealed(phone, code))) {
      // Counted either way: how long the answer takes does not say whether a code lives.
      const wrong = await this.counters.count(challenge ? 'otp-wrong' : 'otp-wrong-idle', 60);
      if (challenge && wrong === WRONG_PER_HOUR)
        log.warn('a thousand wrong sign-in codes within an hour: only known devices get in');
      return refuse('OTP_WRONG', {}, 'code');
    }
    await this.counters.giveBack(here, 60);
    return { use: (tx) => this.otps.use(tx, challenge.id, now) };
  }

  /** What is kept of a code: enough to know the same one again, worthless without the key of the server. */
  sealed(phone: string, code: string): string {
    return this.sealer.hash('otp', phone, code.trim());
  }
}

const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
