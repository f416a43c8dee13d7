import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.js';
import { type Sealed, isSealedBy } from './cose.js';
import type { PublicKey } from './es256.js';

/** A public key the root vouches for, and when what it signs counts. */
export interface TrustedKey extends PublicKey {
  readonly kid: string;
  readonly signsFrom: Date;
  /** Exclusive; null while in use. What was signed before stays good until it expires. */
  readonly signsUntil: Date | null;
  /** True once the private half is feared lost: nothing it ever signed counts. */
  readonly isRevoked: boolean;
}

export type KeyFault = Refusal<
  'UNKNOWN_KEY' | 'KEY_REVOKED' | 'KEY_NOT_IN_FORCE' | 'BAD_SIGNATURE'
>;

/** The signing key, once it was allowed to sign at that time and the signature is its own. */
export async function signerOf(
  sealed: Sealed,
  issuedAt: Date,
  keys: readonly TrustedKey[],
): Promise<TrustedKey | KeyFault> {
  const key = keyInForce(sealed.kid, issuedAt, keys);
  if (isRefusal(key)) return key;
  return (await isSealedBy(key, sealed)) ? key : refuse('BAD_SIGNATURE', { kid: key.kid });
}

function keyInForce(kid: string, at: Date, keys: readonly TrustedKey[]): TrustedKey | KeyFault {
  const key = keys.find((candidate) => candidate.kid === kid);
  if (key === undefined) return refuse('UNKNOWN_KEY', { kid });
  if (key.isRevoked) return refuse('KEY_REVOKED', { kid });
  const isBefore = at < key.signsFrom;
  const isAfter = key.signsUntil !== null && at >= key.signsUntil;
  return isBefore || isAfter ? refuse('KEY_NOT_IN_FORCE', { kid }) : key;
}
