import { toBase45 } from './base45.js';
import { type Bytes, bytesOfHex } from './bytes.js';
import { type Cbor, type CborMap, toCbor } from './cbor.js';
import { type PublicKey, type Signer, es256Signer } from './es256.js';
import { open } from './envelope.js';
import { isRefusal } from '../../kernel/refusal.js';
import { signStatusList } from './status-list.js';
import { type PermitClaims, signPermit } from './token.js';
import { signTrustBundle } from './trust-bundle.js';
import type { TrustedKey } from './trusted-key.js';

// What the test vectors are made of. Keys are made anew each time: no private key is kept anywhere.

export const at = (clock: string, day = '2026-08-05'): Date => new Date(`${day}T${clock}+07:00`);

/** A key pair whose private half lives as long as one test run. */
export interface KeyPair {
  readonly key: PublicKey;
  readonly signer: Signer;
}

export async function newKeyPair(): Promise<KeyPair> {
  const { subtle } = globalThis.crypto;
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const pair = await subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const { x, y, d } = await subtle.exportKey('jwk', pair.privateKey);
  if (x === undefined || y === undefined || d === undefined) throw new TypeError('not an EC key');
  return { key: { x, y }, signer: await es256Signer({ x, y, d }) };
}

const ROLES = ['root', 'current', 'retired', 'next', 'lost', 'stranger'] as const;
export type Kit = Readonly<Record<(typeof ROLES)[number], KeyPair>>;

export async function newKit(): Promise<Kit> {
  const pairs = await Promise.all(ROLES.map(async (role) => [role, await newKeyPair()] as const));
  return Object.fromEntries(pairs) as unknown as Kit;
}

/** An ordinary permit: this morning 07:00 to 19:00, three people, 1.8 to 2.2 tonnes of na to Long Biên. */
export const CLAIMS: PermitClaims = {
  tokenId: '8f3a91c07be2d456',
  type: 'TRANSPORT_PERMIT',
  plate: '98C12345',
  driverMark: 'NVA',
  fromCode: '07486',
  fromYear: 2025,
  toCode: 'HN_LONGBIEN',
  cropCode: 'NA',
  kgLeast: 1800,
  kgMost: 2200,
  persons: 3,
  run: 'K7Q2MD',
  testedAt: at('08:00', '2026-08-04'),
  ruleSet: 'DRILL-2026',
  statusIndex: 7,
  issuer: null,
  issuedAt: at('07:00'),
  validFrom: at('07:00'),
  validTo: at('19:00'),
};

export const LIST_SIZE = 1000;
export const REVOKED_INDEX = 13;

const trustedKeys = (kit: Kit): TrustedKey[] => {
  const trusted = (pair: KeyPair, from: Date, until: Date | null, isRevoked = false) => ({
    ...pair.key,
    kid: pair.signer.kid,
    signsFrom: from,
    signsUntil: until,
    isRevoked,
  });
  const spring = at('00:00', '2026-03-01');
  return [
    trusted(kit.current, at('00:00', '2026-08-01'), null),
    trusted(kit.retired, spring, at('07:30')),
    trusted(kit.next, at('00:00', '2026-09-01'), null),
    trusted(kit.lost, spring, null, true),
  ];
};

export interface TrustText {
  readonly bundle: string;
  readonly statusList: string | null;
  readonly lastServerTime: string;
}

export const TRUSTS = {
  fresh: { bundle: at('07:30'), list: at('07:50'), lastServer: at('07:55'), revoked: true },
  withdrawn: { bundle: at('07:30'), list: at('07:58'), lastServer: at('07:58'), revoked: false },
  withoutList: { bundle: at('07:30'), list: null, lastServer: at('07:55'), revoked: false },
  dayOld: {
    bundle: at('08:00', '2026-08-04'),
    list: at('08:00', '2026-08-04'),
    lastServer: at('08:00', '2026-08-04'),
    revoked: true,
  },
  evening: { bundle: at('23:00'), list: at('23:00'), lastServer: at('23:30'), revoked: true },
} as const;
export type TrustName = keyof typeof TRUSTS;

export async function trustText(kit: Kit, name: TrustName): Promise<TrustText> {
  const { bundle, list, lastServer, revoked } = TRUSTS[name];
  const keys = trustedKeys(kit);
  const revokedIndices = revoked ? [REVOKED_INDEX, 500] : [];
  const status = { revoked: revokedIndices, size: LIST_SIZE };
  return {
    bundle: await signTrustBundle(
      { issuedAt: bundle, keys, ruleSets: ['DRILL-2026'] },
      kit.root.signer,
    ),
    statusList:
      list === null
        ? null
        : await signStatusList({ ...status, issuedAt: list }, kit.current.signer),
    lastServerTime: lastServer.toISOString(),
  };
}

export const permit = (kit: Kit, changes: Partial<PermitClaims> = {}): Promise<string> =>
  signPermit({ ...CLAIMS, ...changes }, kit.current.signer);

/** The parts of a message, to be put together wrongly on purpose. */
export interface Parts {
  readonly tag?: readonly number[];
  readonly header?: Bytes;
  readonly unprotected?: CborMap;
  readonly body?: Bytes;
  readonly signature?: Bytes;
  readonly after?: readonly number[];
}

/** An ordinary permit with some parts replaced, and signed so unless the signature is one of them. */
export async function forged({ signer }: KeyPair, parts: Parts): Promise<string> {
  const header = parts.header ?? headerOf(signer.kid, -7);
  const body = parts.body ?? toCbor(await payloadOf(signer));
  const words = toCbor(['Signature1', header, new Uint8Array(0), body]);
  const signature = parts.signature ?? (await signer.sign(words));
  const message = toCbor([header, parts.unprotected ?? new Map<number, Cbor>(), body, signature]);
  const bytes = [...(parts.tag ?? [0xd2]), ...message, ...(parts.after ?? [])];
  return `LN1:${toBase45(Uint8Array.from(bytes))}`;
}

export const headerOf = (kid: string, algorithm: number): Bytes =>
  toCbor(
    new Map<number, Cbor>([
      [1, algorithm],
      [4, bytesOfHex(kid)],
    ]),
  );

/** The ordinary claims as they are signed, for changing one entry. */
export async function payloadOf(signer: Signer): Promise<Map<number, Cbor>> {
  const sealed = open('LN', await signPermit(CLAIMS, signer));
  if (isRefusal(sealed)) throw new TypeError(sealed.refused);
  return new Map(sealed.payload);
}
