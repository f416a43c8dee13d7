import { createHash, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { Sealer } from '../platform/secrets/sealer.js';
import { VouchersStore } from './data/vouchers.store.js';
import type { Proof } from './otp-check.js';

/** Codes that an officer reads out to somebody she has seen. None is kept: it follows from the id and the server's secret. */
@Injectable()
export class Vouchers {
  constructor(
    private readonly store: VouchersStore,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  /** Six digits. */
  codeOf(id: string): string {
    const digest = createHash('sha256').update(this.sealer.hash('voucher', id)).digest();
    return String(digest.readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
  }

  /** A proof when this is the live code of the number; a wrong one has cost a try. */
  async check(phone: string, typed: string): Promise<Proof | undefined> {
    const now = this.clock.now();
    const voucher = await this.store.spendTry(phone, now);
    const code = typed.trim();
    if (!voucher || !isSame(this.codeOf(voucher.id), code)) return undefined;
    return { use: (tx) => this.store.use(tx, voucher.id, now) };
  }
}

const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
