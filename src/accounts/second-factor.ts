import { Secret, TOTP } from 'otpauth';

const PERIOD_S = 30;

const factor = (secret: string): TOTP =>
  new TOTP({ issuer: 'Cho Luc Nam', label: 'can bo', secret, period: PERIOD_S, digits: 6 });

/** A new secret of 160 bits in base32, as authenticator apps take it (RFC 6238). */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

/** What the QR of the set-up holds. */
export const secretUri = (secret: string): string => factor(secret).toString();

export const codeAt = (secret: string, at: Date): string =>
  factor(secret).generate({ timestamp: at.getTime() });

/** The thirty-second step a code belongs to, one step of clock skew each way; undefined when it is no code of now. */
export function stepOf(secret: string, code: string, at: Date): number | undefined {
  const delta = factor(secret).validate({ token: code, timestamp: at.getTime(), window: 1 });
  return delta === null ? undefined : Math.floor(at.getTime() / 1000 / PERIOD_S) + delta;
}
