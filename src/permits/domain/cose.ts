import { type Refusal, refuse } from '../../kernel/refusal.js';
import { type Bytes, bytesOfHex, hexOf } from './bytes.js';
import { type Cbor, type CborMap, fromCbor, toCbor } from './cbor.js';
import { type PublicKey, type Signer, isSignedBy } from './es256.js';

// COSE_Sign1, RFC 9052: its tag, the header labels `alg` and `kid`, and the number of ES256.
const TAG_18 = 0xd2;
const ALG = 1;
const KID = 4;
const ES256 = -7;
const SIGNATURE_BYTES = 64;
const UNREADABLE = refuse('UNREADABLE');

/** A well-formed signed message whose signature has not been looked at. */
export interface Sealed {
  readonly kid: string;
  readonly payload: CborMap;
  readonly signed: Bytes;
  readonly signature: Bytes;
}

export type SealFault = Refusal<'UNREADABLE' | 'UNSIGNED_HEADER' | 'WRONG_ALGORITHM'>;

export async function seal(payload: CborMap, signer: Signer): Promise<Bytes> {
  const header = toCbor(
    new Map<number, Cbor>([
      [ALG, ES256],
      [KID, bytesOfHex(signer.kid)],
    ]),
  );
  const body = toCbor(payload);
  const signature = await signer.sign(wordsSigned(header, body));
  const message = toCbor([header, new Map<number, Cbor>(), body, signature]);
  return Uint8Array.from([TAG_18, ...message]);
}

/**
 * Takes a message apart without trusting it. The tag and the unprotected header are outside the
 * signature, so anything there but tag 18 and an empty map is refused: a permit has one spelling.
 */
export function unseal(message: Bytes): Sealed | SealFault {
  const parts = message[0] === TAG_18 ? fromCbor(message.slice(1)) : undefined;
  if (!Array.isArray(parts) || parts.length !== 4) return UNREADABLE;
  const [header, unprotected, body, signature] = parts as readonly Cbor[];
  if (!(header instanceof Uint8Array) || !(body instanceof Uint8Array)) return UNREADABLE;
  if (!(unprotected instanceof Map) || !(signature instanceof Uint8Array)) return UNREADABLE;
  if (unprotected.size !== 0) return refuse('UNSIGNED_HEADER');

  const protectedHeader = fromCbor(header);
  const payload = fromCbor(body);
  if (!(protectedHeader instanceof Map) || !(payload instanceof Map)) return UNREADABLE;
  const kid: unknown = protectedHeader.get(KID);
  if (!(kid instanceof Uint8Array) || kid.length !== 4) return UNREADABLE;
  if (protectedHeader.get(ALG) !== ES256) return refuse('WRONG_ALGORITHM');
  if (protectedHeader.size !== 2 || signature.length !== SIGNATURE_BYTES) return UNREADABLE;

  const signed = wordsSigned(header, body);
  return { kid: hexOf(kid as Bytes), payload: payload as CborMap, signed, signature };
}

export const isSealedBy = (key: PublicKey, sealed: Sealed): Promise<boolean> =>
  isSignedBy(key, sealed.signed, sealed.signature);

/** The Sig_structure of RFC 9052 §4.4, with no data from outside the message. */
const wordsSigned = (header: Bytes, body: Bytes): Bytes =>
  toCbor(['Signature1', header, new Uint8Array(0), body]);
