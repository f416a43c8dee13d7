import { randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Config } from '../../platform/config.js';
import { CONFIG } from '../../platform/configured.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { Counters } from '../../platform/limits/counters.js';
import { Sealer } from '../../platform/secrets/sealer.js';
import { OtpStore } from '../data/otp.store.js';
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

type RequestRefusal = 'PHONE_INVALID' | 'PHONE_OLD_PREFIX' | 'OTP_TOO_MANY_SENDS' | 'OTP_LOCKED';

/** Sends a six-digit code. Known and unknown phones are treated alike, so nobody learns who is registered. */
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

  async run(typedPhone: string, ip: string): Promise<{ phone: string } | Refusal<RequestRefusal>> {
    const phone = normalisePhone(typedPhone);
    if (isRefusal(phone)) return phone;
    const now = this.clock.now();
    if (await this.otps.isLocked(phone, new Date(now.getTime() - LOCK_MS))) {
      return refuse('OTP_LOCKED', { minutes: LOCK_MS / 60_000 });
    }
    const sends = await this.counters.count(
      `otp-send:${this.sealer.hash('phone', phone)}`,
      SEND_WINDOW_MINUTES,
    );
    const fromHere = await this.counters.count(`otp-send-ip:${this.sealer.hash('ip', ip)}`, 60);
    if (sends > SENDS_PER_PHONE || fromHere > this.config.otpSendsPerIpHour) {
      return refuse('OTP_TOO_MANY_SENDS', { minutes: SEND_WINDOW_MINUTES });
    }

    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const expiresAt = new Date(now.getTime() + OTP_MINUTES * 60_000);
    await this.uow.run(async (tx) => {
      await this.otps.replace(tx, {
        id: uuid(),
        phone,
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
}
