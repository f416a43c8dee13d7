import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.js';
import { type Bytes, bytesOfHex, hexOf } from './bytes.js';
import type { Cbor, CborMap } from './cbor.js';
import { isSealedBy } from './cose.js';
import { type EnvelopeFault, FRESH_SECONDS, envelop, open } from './envelope.js';
import { type PublicKey, type Signer, keyIdOf } from './es256.js';
import type { TrustedKey } from './trusted-key.js';

/** Whom a checkpoint believes today: signed by the root key, which is built into the app. */
export interface TrustBundle {
  readonly issuedAt: Date;
  /** After this the bundle no longer tells of now. */
  readonly expiresAt: Date;
  readonly keys: readonly TrustedKey[];
  /** Ids of the rule sets under which permits still stand; a permit of another set needs a second look. */
  readonly ruleSets: readonly string[];
}

export type TrustBundleFault =
  EnvelopeFault | Refusal<'UNKNOWN_KEY' | 'BAD_SIGNATURE' | 'WRONG_CONTENT'>;

const EXP = 4;
const IAT = 6;
const TRUST = -262;
const KEYS = 1;
const RULE_SETS = 2;
const FOR_EVER = 0;

export function signTrustBundle(
  bundle: Omit<TrustBundle, 'expiresAt'>,
  root: Signer,
): Promise<string> {
  const iat = seconds(bundle.issuedAt);
  const keys = bundle.keys.map((key): Cbor => [
    bytesOfHex(key.kid),
    key.x,
    key.y,
    seconds(key.signsFrom),
    key.signsUntil === null ? FOR_EVER : seconds(key.signsUntil),
    key.isRevoked ? 1 : 0,
  ]);
  const payload = new Map<number, Cbor>([
    [IAT, iat],
    [EXP, iat + FRESH_SECONDS],
    [
      TRUST,
      new Map<number, Cbor>([
        [KEYS, keys],
        [RULE_SETS, bundle.ruleSets],
      ]),
    ],
  ]);
  return envelop('LNK', payload, root);
}

export async function readTrustBundle(
  text: string,
  root: PublicKey,
): Promise<TrustBundle | TrustBundleFault> {
  const sealed = open('LNK', text);
  if (isRefusal(sealed)) return sealed;
  if (sealed.kid !== (await keyIdOf(root))) return refuse('UNKNOWN_KEY', { kid: sealed.kid });
  if (!(await isSealedBy(root, sealed))) return refuse('BAD_SIGNATURE', { kid: sealed.kid });
  return bundleOf(sealed.payload) ?? refuse('WRONG_CONTENT');
}

function bundleOf(payload: CborMap): TrustBundle | undefined {
  const trust = payload.get(TRUST);
  const iat = payload.get(IAT);
  const exp = payload.get(EXP);
  if (!(trust instanceof Map) || typeof iat !== 'number' || typeof exp !== 'number') {
    return undefined;
  }
  const listed: unknown = trust.get(KEYS);
  const ruleSets: unknown = trust.get(RULE_SETS);
  if (!Array.isArray(listed) || !Array.isArray(ruleSets)) return undefined;
  const keys = (listed as readonly Cbor[]).map(keyOf).filter((key) => key !== undefined);
  if (keys.length !== listed.length || !ruleSets.every(isString)) return undefined;
  return { issuedAt: dateOf(iat), expiresAt: dateOf(exp), keys, ruleSets };
}

function keyOf(entry: Cbor): TrustedKey | undefined {
  if (!Array.isArray(entry) || entry.length !== 6) return undefined;
  const [kid, x, y, from, until, revoked] = entry as readonly Cbor[];
  if (!(kid instanceof Uint8Array) || !isString(x) || !isString(y)) return undefined;
  if (typeof from !== 'number' || typeof until !== 'number') return undefined;
  return {
    kid: hexOf(kid as Bytes),
    x,
    y,
    signsFrom: dateOf(from),
    signsUntil: until === FOR_EVER ? null : dateOf(until),
    isRevoked: revoked !== 0,
  };
}

const isString = (value: unknown): value is string => typeof value === 'string';
const seconds = (at: Date): number => Math.floor(at.getTime() / 1000);
const dateOf = (epochSeconds: number): Date => new Date(epochSeconds * 1000);
