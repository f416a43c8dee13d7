import fc from 'fast-check';
import { isRefusal } from '../../kernel/refusal.js';
import { isRevoked, readStatusList, signStatusList } from './status-list.js';
import { readTrustBundle, signTrustBundle } from './trust-bundle.js';
import type { TrustedKey } from './trusted-key.js';
import { type KeyPair, at, newKeyPair } from './vectors.given.js';

let pair: KeyPair;
let other: KeyPair;
let keys: TrustedKey[];

const trusted = ({ key, signer }: KeyPair, more: Partial<TrustedKey> = {}): TrustedKey => ({
  ...key,
  kid: signer.kid,
  signsFrom: at('00:00'),
  signsUntil: null,
  isRevoked: false,
  ...more,
});

beforeAll(async () => {
  [pair, other] = [await newKeyPair(), await newKeyPair()];
  keys = [trusted(pair)];
});

async function roundTrip(revoked: readonly number[], size: number) {
  const text = await signStatusList({ revoked, size, issuedAt: at('08:00') }, pair.signer);
  const list = await readStatusList(text, keys);
  if (isRefusal(list)) throw new TypeError(list.refused);
  return { text, list };
}

describe('the status list', () => {
  it('PE-12: names exactly the revoked permits, few or many', async () => {
    const lists = fc
      .integer({ min: 1, max: 3000 })
      .chain((size) =>
        fc.tuple(fc.constant(size), fc.uniqueArray(fc.nat({ max: size - 1 }), { maxLength: size })),
      );
    await fc.assert(
      fc.asyncProperty(lists, async ([size, revoked]) => {
        const { list } = await roundTrip(revoked, size);
        const found = Array.from({ length: size }, (_, i) => i).filter((i) => isRevoked(list, i));
        expect(found).toEqual(revoked.toSorted((a, b) => a - b));
      }),
      { numRuns: 60 },
    );
  });

  it('1,000 revoked of 100,000 take less than 3 kB of text', async () => {
    const revoked = Array.from({ length: 1000 }, (_, i) => (i * 7919) % 100_000);
    expect((await roundTrip(revoked, 100_000)).text.length).toBeLessThan(3000);
  });

  it('reaches from the first permit to the three-millionth', async () => {
    const { list, text } = await roundTrip([0, 130, 20_000, 2_999_999], 3_000_000);
    expect(text.length).toBeLessThan(250);
    const asked = [0, 1, 129, 130, 131, 19_999, 20_000, 20_001, 2_999_998, 2_999_999];
    expect(asked.filter((index) => isRevoked(list, index))).toEqual([0, 130, 20_000, 2_999_999]);
  });

  it('holds for a day and is to be asked for again after five minutes', async () => {
    const { list } = await roundTrip([], 10);
    expect(list).toMatchObject({
      issuedAt: at('08:00'),
      expiresAt: at('08:00', '2026-08-06'),
      ttlSeconds: 300,
      size: 10,
    });
  });

  it('says nothing of a permit beyond its size', async () => {
    const { list } = await roundTrip([9], 10);
    expect([8, 9, 10, 17].map((index) => isRevoked(list, index))).toEqual([
      false,
      true,
      false,
      false,
    ]);
  });

  it('will not be signed with an index outside', () => {
    expect(() =>
      signStatusList({ revoked: [10], size: 10, issuedAt: at('08:00') }, pair.signer),
    ).toThrow(RangeError);
  });

  it('is believed only from a key in force at its time', async () => {
    const text = await signStatusList({ revoked: [], size: 1, issuedAt: at('08:00') }, pair.signer);
    const read = async (known: TrustedKey[]) => readStatusList(text, known);
    expect(await read([])).toMatchObject({ refused: 'UNKNOWN_KEY' });
    expect(await read([trusted(pair, { isRevoked: true })])).toMatchObject({
      refused: 'KEY_REVOKED',
    });
    expect(await read([trusted(pair, { signsUntil: at('08:00') })])).toMatchObject({
      refused: 'KEY_NOT_IN_FORCE',
    });
    expect(await read([{ ...trusted(other), kid: pair.signer.kid }])).toMatchObject({
      refused: 'BAD_SIGNATURE',
    });
    expect(await readStatusList('LN1:ABC', keys)).toMatchObject({ refused: 'NOT_OURS' });
  });
});

describe('the trust bundle', () => {
  const bundle = () => ({
    issuedAt: at('08:00'),
    keys: [trusted(pair, { signsUntil: at('12:00') }), trusted(other, { isRevoked: true })],
    ruleSets: ['DRILL-2026', 'VN-5187'],
  });

  it('PE-21: brings keys with their times and the rule sets that stand, for a day', async () => {
    const text = await signTrustBundle(bundle(), pair.signer);
    expect(await readTrustBundle(text, pair.key)).toEqual({
      ...bundle(),
      expiresAt: at('08:00', '2026-08-06'),
    });
  });

  it('is believed from the root key alone', async () => {
    const text = await signTrustBundle(bundle(), other.signer);
    expect(await readTrustBundle(text, pair.key)).toMatchObject({ refused: 'UNKNOWN_KEY' });
    const changed = text.slice(0, -3) + (text.endsWith('000') ? '111' : '000');
    expect(await readTrustBundle(changed, other.key)).toMatchObject({ refused: 'BAD_SIGNATURE' });
    const list = await signStatusList({ revoked: [], size: 1, issuedAt: at('08:00') }, pair.signer);
    const relabelled = list.replace('LNS1:', 'LNK1:');
    expect(await readTrustBundle(relabelled, pair.key)).toMatchObject({ refused: 'WRONG_CONTENT' });
  });
});
