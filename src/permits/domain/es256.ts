import { type Bytes, hexOf, utf8 } from './bytes.js';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** A point on P-256, its coordinates in base64url as a JWK writes them. */
export interface PublicKey {
  readonly x: string;
  readonly y: string;
}

/** Signs with one key. The private key stays behind this interface. */
export interface Signer {
  /** Eight hex digits naming the key in what it signs. */
  readonly kid: string;
  /** ES256: 64 bytes, r then s. */
  sign(bytes: Bytes): Promise<Bytes>;
}

/** The first four bytes of the key's RFC 7638 thumbprint, in hex. A name to look the key up by, no proof. */
export async function keyIdOf({ x, y }: PublicKey): Promise<string> {
  const thumbprint = utf8(`{"crv":"P-256","kty":"EC","x":"${x}","y":"${y}"}`);
  const digest = await globalThis.crypto.subtle.digest('SHA-256', thumbprint);
  return hexOf(new Uint8Array(digest).slice(0, 4));
}

/** @throws DataError when `d` is not the private half of the point */
export async function es256Signer(key: PublicKey & { readonly d: string }): Promise<Signer> {
  const { x, y, d } = key;
  const { subtle } = globalThis.crypto;
  const jwk = { kty: 'EC', crv: 'P-256', x, y, d };
  const held = await subtle.importKey('jwk', jwk, ALGORITHM, false, ['sign']);
  return {
    kid: await keyIdOf(key),
    sign: async (bytes) => new Uint8Array(await subtle.sign(SIGNATURE, held, bytes)),
  };
}

/** False for a wrong signature, and for coordinates that are no point of the curve. */
export async function isSignedBy(
  { x, y }: PublicKey,
  bytes: Bytes,
  signature: Bytes,
): Promise<boolean> {
  const { subtle } = globalThis.crypto;
  try {
    const jwk = { kty: 'EC', crv: 'P-256', x, y };
    const key = await subtle.importKey('jwk', jwk, ALGORITHM, false, ['verify']);
    return await subtle.verify(SIGNATURE, key, signature, bytes);
  } catch {
    return false; // importKey throws on a point off the curve; nothing can be signed by that
  }
}
