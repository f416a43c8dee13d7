import { randomInt } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Config } from '../../platform/config.js';
import { CONFIG } from '../../platform/configured.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { Counters, type Budget } from '../../platform/limits/counters.js';
import { Sealer } from '../../platform/secrets/sealer.js';
import { OtpStore } from '../data/otp.store.js';
import type { AskedFrom } from '../device-mark.js';
import { networkOf, prefixOf, sendsADay, waitBefore } from '../domain/otp-budget.js';
import { normalisePhone } from '../domain/phone.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** A one-time code must be sent; the code passes through the queue sealed. */
    'otp.requested': { phone: string; sealedCode: string; expiresAt: string };
  }
}

export const OTP_MINUTES = 5;
const SENDS_PER_PHONE = 3;
const SEND_WINDOW_MINUTES = 15;
const LOCK_MS = 15 * 60_000;
const HOUR = 60;
const DAY = 24 * 60;

const log = new Logger('sign-in');

type RequestRefusal =
  | 'PHONE_INVALID'
  | 'PHONE_OLD_PREFIX'
  | 'OTP_WAIT'
  | 'OTP_TOO_MANY_SENDS'
  | 'OTP_LOCKED'
  | 'OTP_DAY_SPENT';

/**
 * Sends a six-digit code. Known and unknown phones are treated alike, by the same statements, so nobody learns who is
 * registered; the only thing asked about the phone is whether this very browser was signed in with it before.
 */
@Injectable()
export class RequestOtp {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly uow: UnitOfWork,
    private readonly otps: OtpStore,
    private readonly counters: Counters,
    private readonly sealer: Sealer,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async run(
    typedPhone: string,
    from: AskedFrom,
  ): Promise<{ phone: string } | Refusal<RequestRefusal>> {
    const phone = normalisePhone(typedPhone);
    if (isRefusal(phone)) return phone;
    const now = this.clock.now();
    const since = new Date(now.getTime() - LOCK_MS);
    if (await this.otps.isLocked(phone, from.deviceHash, since)) {
      return refuse('OTP_LOCKED', { minutes: LOCK_MS / 60_000 });
    }
    const waitMs = waitBefore(await this.otps.unused(phone, from.deviceHash, since), now);
    if (waitMs > 0) return refuse('OTP_WAIT', { seconds: Math.ceil(waitMs / 1000) });
    const isKnown = await this.otps.isKnownDevice(phone, from.deviceHash);
    const spent = await this.spend(phone, from, isKnown);
    if (spent) return spent;

    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const expiresAt = new Date(now.getTime() + OTP_MINUTES * 60_000);
    await this.uow.run(async (tx) => {
      await this.otps.replace(tx, {
        id: uuid(),
        phone,
        deviceHash: from.deviceHash,
        codeHash: this.sealer.hash('otp', phone, code),
        expiresAt,
        tries: 0,
        usedAt: null,
        replacedAt: null,
        createdAt: now,
      });
      const sealedCode = this.sealer.seal(code);
      await this.outbox.publish(tx, 'otp.requested', {
        phone,
        sealedCode,
        expiresAt: expiresAt.toISOString(),
      });
    });
    return { phone };
  }

  /** Counts this message against every budget it belongs to; a browser we know has one of its own for its phone. */
  private async spend(
    phone: string,
    from: AskedFrom,
    isKnown: boolean,
  ): Promise<Refusal<'OTP_TOO_MANY_SENDS' | 'OTP_DAY_SPENT'> | undefined> {
    const { otpBudgets: budgets } = this.config;
    const network = this.sealer.hash('net', networkOf(from.ip));
    const counted = this.sealer.hash('phone', phone, isKnown ? (from.deviceHash ?? '') : '');
    // A commune is one network for its operator, so those who were signed in before are not counted with the rest of it (ADR 40).
    // Browsers without a mark are counted by network, not as if they were all one.
    const ofAsker: Budget[] = [
      ...(isKnown
        ? []
        : [{ bucket: `otp-send-net:${network}`, minutes: HOUR, most: budgets.perNetworkHour }]),
      ...(from.deviceHash === null
        ? []
        : [
            {
              bucket: `otp-send-device:${from.deviceHash}`,
              minutes: HOUR,
              most: budgets.perDeviceHour,
            },
          ]),
    ];
    const spent = await this.counters.admits([
      ...ofAsker,
      { bucket: `otp-send:${counted}`, minutes: SEND_WINDOW_MINUTES, most: SENDS_PER_PHONE },
      { bucket: `otp-send-hour:${counted}`, minutes: HOUR, most: budgets.perPhoneHour },
      { bucket: `otp-send-day:${counted}`, minutes: DAY, most: budgets.perPhoneDay },
    ]);
    if (spent) return refuse('OTP_TOO_MANY_SENDS', { minutes: spent.minutes });
    const ofPrefix = await this.counters.count(`otp-send-prefix:${prefixOf(phone)}`, DAY);
    if (ofPrefix > budgets.perPrefixDay) return refuse('OTP_TOO_MANY_SENDS', { minutes: DAY });
    const today = await this.counters.count('otp-send-day', DAY);
    const most = sendsADay(budgets, isKnown);
    if (today === most + 1) log.warn(`sign-in codes of today cost ${budgets.dayVnd} đ: no more`);
    return today > most ? refuse('OTP_DAY_SPENT') : undefined;
  }
}
