import { createHash } from 'node:crypto';
import { Secret } from 'otpauth';
import { codeAt } from './second-factor.js';

/** Of every invented officer of the demonstration, for anyone to read on its page; production refuses that seed. */
export const DEMO_STAFF_PASSWORD = 'chín hạt na dai';

/** The same at every start, so that an authenticator app that took it keeps working. */
export function demoStaffSecret(phone: string): string {
  const bytes = createHash('sha256').update(`demo ${phone}`).digest().subarray(0, 20);
  return new Secret({ buffer: new Uint8Array(bytes).buffer }).base32;
}

export const demoStaffCode = (phone: string, at: Date): string =>
  codeAt(demoStaffSecret(phone), at);
