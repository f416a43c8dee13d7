import { type Refusal, refuse } from '../../kernel/refusal.js';
import { fromBase45, toBase45 } from './base45.js';
import type { CborMap } from './cbor.js';
import { type SealFault, type Sealed, seal, unseal } from './cose.js';
import type { Signer } from './es256.js';

/** The kind of signed text: a permit, a status list, a trust bundle. The digit is the format's version. */
export type EnvelopeKind = 'LN' | 'LNS' | 'LNK';

export type EnvelopeFault = SealFault | Refusal<'NOT_OURS' | 'UNKNOWN_FORMAT'>;

const VERSION = '1:';

/** What is signed is true for a day: a list or bundle older than this no longer says "now". */
export const FRESH_SECONDS = 86_400;

export const envelop = async (
  kind: EnvelopeKind,
  payload: CborMap,
  signer: Signer,
): Promise<string> => `${kind}${VERSION}${toBase45(await seal(payload, signer))}`;

/** Takes the text apart without trusting it. Never throws, whatever the text. */
export function open(kind: EnvelopeKind, text: string): Sealed | EnvelopeFault {
  const found = /^([A-Z]+)\d+:/.exec(text);
  if (found?.[1] !== kind) return refuse('NOT_OURS');
  if (!text.startsWith(kind + VERSION)) return refuse('UNKNOWN_FORMAT');
  const bytes = fromBase45(text.slice(kind.length + VERSION.length));
  return bytes === undefined ? refuse('UNREADABLE') : unseal(bytes);
}
