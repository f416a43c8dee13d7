import { type Bytes, bytesOfHex, utf8 } from './bytes.js';
import { type Cbor, toCbor } from './cbor.js';
import { type Text, type VectorCase, amber, clock, red } from './vector-case.given.js';
import { forged, headerOf, payloadOf, permit, trustText } from './vectors.given.js';

const unreadable = (name: string, text: Text): VectorCase => red(name, 'UNREADABLE', text);
const TEXTS: readonly VectorCase[] = [
  red('nothing at all', 'NOT_OURS', () => ''),
  red('a web address', 'NOT_OURS', () => 'https://example.org/permit/1'),
  red('a certificate of another system', 'NOT_OURS', () => 'HC1:6BFOXN'),
  red('a status list in place of a permit', 'NOT_OURS', async (kit) =>
    String((await trustText(kit, 'fresh')).statusList),
  ),
  red('a status list relabelled as a permit', 'WRONG_CONTENT', async (kit) =>
    String((await trustText(kit, 'fresh')).statusList).replace('LNS1:', 'LN1:'),
  ),
  red('a later format, with fresh data', 'UNKNOWN_FORMAT', () => 'LN2:6BFOXN'),
  amber(
    'a later format, with old data',
    'UNKNOWN_FORMAT',
    () => 'LN2:6BFOXN',
    clock('08:00', '2026-08-07'),
  ),
  unreadable('the prefix alone', () => 'LN1:'),
  unreadable('small letters', async (kit) => `LN1:${(await permit(kit)).slice(4).toLowerCase()}`),
  unreadable('the last character missing', async (kit) => (await permit(kit)).slice(0, -1)),
  unreadable('one character more', async (kit) => `${await permit(kit)}0`),
  unreadable('three characters more', async (kit) => `${await permit(kit)}000`),
  unreadable('a character outside the alphabet', async (kit) =>
    (await permit(kit)).replace(/.$/, '_'),
  ),
  unreadable('a group above 65,535', async (kit) => `${await permit(kit)}:::`),
  unreadable('only text', () => 'LN1:HELLO WORLD'),
];

const COSE: readonly VectorCase[] = [
  unreadable('no tag', (kit) => forged(kit.current, { tag: [] })),
  unreadable('tag 17, a MAC', (kit) => forged(kit.current, { tag: [0xd1] })),
  unreadable('the tag twice', (kit) => forged(kit.current, { tag: [0xd2, 0xd2] })),
  unreadable('bytes after the end', (kit) => forged(kit.current, { after: [0, 0] })),
  red('an entry in the unsigned header', 'UNSIGNED_HEADER', (kit) =>
    forged(kit.current, { unprotected: new Map([[4, bytesOfHex(kit.current.signer.kid)]]) }),
  ),
  red('the algorithm only in the unsigned header', 'UNSIGNED_HEADER', (kit) =>
    forged(kit.current, {
      header: toCbor(new Map([[4, bytesOfHex(kit.current.signer.kid)]])),
      unprotected: new Map([[1, -7]]),
    }),
  ),
  red('no algorithm', 'WRONG_ALGORITHM', (kit) =>
    forged(kit.current, { header: toCbor(new Map([[4, bytesOfHex(kit.current.signer.kid)]])) }),
  ),
  red('EdDSA named instead of ES256', 'WRONG_ALGORITHM', (kit) =>
    forged(kit.current, { header: headerOf(kit.current.signer.kid, -8) }),
  ),
  unreadable('a third header entry', (kit) =>
    forged(kit.current, {
      header: toCbor(
        new Map<number, Cbor>([
          [1, -7],
          [3, 61],
          [4, bytesOfHex(kit.current.signer.kid)],
        ]),
      ),
    }),
  ),
  unreadable('a key name of eight bytes', (kit) =>
    forged(kit.current, { header: headerOf(kit.current.signer.kid.repeat(2), -7) }),
  ),
  unreadable('a signature in DER', (kit) =>
    forged(kit.current, {
      signature: bytesOfHex(`3044${'0220'.padEnd(68, '1')}${'0220'.padEnd(68, '1')}`),
    }),
  ),
];

/** The ordinary payload as bytes, with a change made to the bytes. */
const withBody =
  (change: (body: Bytes) => readonly number[]): Text =>
  async (kit) => {
    const body = toCbor(await payloadOf(kit.current.signer));
    return forged(kit.current, { body: Uint8Array.from(change(body)) });
  };
/** The ordinary payload with a change made to its entries, well encoded and well signed. */
const withClaims =
  (change: (claims: Map<number, Cbor>) => void): Text =>
  async (kit) => {
    const claims = await payloadOf(kit.current.signer);
    change(claims);
    return forged(kit.current, { body: toCbor(claims) });
  };
const withFact = (label: number, value: Cbor): Text =>
  withClaims((claims) => {
    const facts = claims.get(-260) as ReadonlyMap<number, Cbor>;
    claims.set(-260, new Map([...facts, [label, value]]));
  });

// The payload begins a5 04 1a <exp> 05 1a <nbf> …: a map of five, its first key 4.
const CBOR: readonly VectorCase[] = [
  unreadable(
    'a map of indefinite length',
    withBody((body) => [0xbf, ...body.slice(1), 0xff]),
  ),
  unreadable(
    'a key twice',
    withBody((body) => [0xa6, ...body.slice(1, 7), ...body.slice(1)]),
  ),
  unreadable(
    'keys out of order',
    withBody((body) => [0xa5, ...body.slice(7, 13), ...body.slice(1, 7), ...body.slice(13)]),
  ),
  unreadable(
    'a number spelt longer than needed',
    withBody((b) => [b[0]!, 0x18, 4, ...b.slice(2)]),
  ),
  unreadable(
    'a time of 64 bits',
    withBody((b) => [b[0]!, 4, 0x1b, 0, 0, 0, 0, ...b.slice(3)]),
  ),
  unreadable(
    'a time with a fraction',
    withBody((b) => [b[0]!, 4, 0xfa, ...b.slice(3)]),
  ),
  unreadable(
    'a length of 64 bits',
    withBody(() => [0x5b, 0, 0, 0, 1, 0, 0, 0, 0]),
  ),
  unreadable(
    'a tower of arrays',
    withBody(() => [...Array<number>(200).fill(0x81), 0]),
  ),
  unreadable(
    'text that is not UTF-8',
    withBody(() => [0xa1, 1, 0x61, 0xff]),
  ),
  unreadable(
    'a list in place of the claims',
    withBody(() => [0x80]),
  ),
];

const CONTENT: readonly VectorCase[] = [
  ['no end', withClaims((claims) => claims.delete(4))],
  ['a claim nobody defined', withClaims((claims) => claims.set(8, 1))],
  ['an end before its beginning', withClaims((claims) => claims.set(4, 1))],
  ['an end as text', withClaims((claims) => claims.set(4, '2026-08-05'))],
  ['a permit number of four bytes', withClaims((claims) => claims.set(7, utf8('abcd')))],
  ['a permit of no known type', withFact(1, 99)],
  ['a plate in small letters', withFact(2, '98c12345')],
  ['a full name in place of initials', withFact(3, 'NGUYEN VAN A')],
  ['a band upside down', withFact(8, [2200, 1800])],
  ['a negative number of people', withFact(9, -3)],
  ['a fact nobody defined', withFact(14, 1)],
].map(([name, text]) => red(name as string, 'WRONG_CONTENT', text as Text));

/** Texts that no permit of ours can be, whoever signed them. */
export const MALFORMED: readonly VectorCase[] = [...TEXTS, ...COSE, ...CBOR, ...CONTENT];
