import { Injectable } from '@nestjs/common';
import { isRefusal, type Refusal } from '../kernel/refusal.js';
import { OtpStore } from './data/otp.store.js';
import type { AskedFrom } from './device-mark.js';
import { OtpCheck, type OtpRefusal, type Proof } from './otp-check.js';
import { Vouchers } from './vouchers.js';

export interface SignInProof extends Proof {
  /** The number and one more thing: an officer who saw her, or a browser she used before. */
  readonly isSure: boolean;
}

/** What lets somebody in: the code of a message, or else the code an officer read out. */
@Injectable()
export class SignInProofs {
  constructor(
    private readonly otp: OtpCheck,
    private readonly otps: OtpStore,
    private readonly vouchers: Vouchers,
  ) {}

  async of(
    phone: string,
    code: string,
    from: AskedFrom,
  ): Promise<SignInProof | Refusal<OtpRefusal>> {
    const sent = await this.otp.check(phone, code, from);
    if (!isRefusal(sent))
      return { ...sent, isSure: await this.otps.isKnownDevice(phone, from.deviceHash) };
    // Also while somebody sprays: such a code has five tries of its own and an officer who answers for it.
    const handed = await this.vouchers.check(phone, code);
    return handed ? { ...handed, isSure: true } : sent;
  }
}
