import fc from 'fast-check';
import { isRefusal } from '../../kernel/refusal.js';
import { fromBase45, toBase45 } from './base45.js';
import { type Trust, checkPermit } from './check-permit.js';
import { readStatusList } from './status-list.js';
import { readTrustBundle } from './trust-bundle.js';
import { CLAIMS, type Kit, at, newKit, permit, trustText } from './vectors.given.js';

let kit: Kit;
let trust: Trust;

beforeAll(async () => {
  kit = await newKit();
  const text = await trustText(kit, 'fresh');
  const bundle = await readTrustBundle(text.bundle, kit.root.key);
  if (isRefusal(bundle)) throw new TypeError(bundle.refused);
  const revocations = await readStatusList(String(text.statusList), bundle.keys);
  if (isRefusal(revocations)) throw new TypeError(revocations.refused);
  trust = { bundle, revocations, lastServerTime: new Date(text.lastServerTime) };
});

const check = (text: string) => checkPermit({ text, deviceClock: at('08:00'), trust });

describe('checkPermit', () => {
  it('PE-08: tells verdict, reason, what the permit says and until when', async () => {
    expect(await check(await permit(kit))).toEqual({
      verdict: 'GREEN',
      reason: 'VALID',
      permit: CLAIMS,
      validUntil: at('19:00'),
      dataAgeSeconds: 1800,
      judgedAt: at('08:00'),
      cautions: [],
    });
  });

  it('PE-09: the age of the data is that of its older part, on every verdict', async () => {
    expect((await check('')).dataAgeSeconds).toBe(1800);
    const withoutList = { ...trust, revocations: null };
    const checked = await checkPermit({
      text: await permit(kit),
      deviceClock: at('08:10'),
      trust: withoutList,
    });
    expect(checked.dataAgeSeconds).toBe(2400);
  });

  it('PE-10: a phone whose clock is slow is judged by what the server last signed', async () => {
    const checked = await checkPermit({
      text: await permit(kit, { validTo: at('07:20') }),
      deviceClock: at('07:10'),
      trust,
    });
    expect(checked).toMatchObject({
      verdict: 'RED',
      reason: 'EXPIRED',
      judgedAt: at('07:55'),
      cautions: ['CHECK_CLOCK'],
    });
  });

  it('PE-10: a day after the last word of the server, old data and a fast clock look the same', async () => {
    const checked = await checkPermit({
      text: await permit(kit, { validTo: at('19:00', '2026-08-09') }),
      deviceClock: at('07:56', '2026-08-06'),
      trust,
    });
    expect(checked.cautions).toEqual(['STALE_DATA', 'CHECK_CLOCK']);
  });

  it('PE-07: 0 of all single-bit changes of three permits are let through', async () => {
    const permits = [
      await permit(kit),
      await permit(kit, { testedAt: null, issuer: 'LUCNAM' }),
      await permit(kit, { statusIndex: 70_000, persons: 1 }),
    ];
    const verdicts = new Map<string, number>();
    for (const text of permits) {
      const bytes = fromBase45(text.slice(4)) ?? new Uint8Array();
      expect((await check(text)).verdict).not.toBe('RED');
      for (let bit = 0; bit < bytes.length * 8; bit += 1) {
        const changed = Uint8Array.from(bytes);
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const { verdict } = await check(`LN1:${toBase45(changed)}`);
        verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
      }
    }
    expect([...verdicts.keys()]).toEqual(['RED']);
    expect(verdicts.get('RED')).toBeGreaterThan(4000);
  });

  it('PE-07: 0 of all single-character changes of a permit are let through', async () => {
    const text = await permit(kit);
    const changed = Array.from(text, (character, i) =>
      ['0', 'Z', ':', 'a', 'đ']
        .filter((other) => other !== character)
        .map((other) => text.slice(0, i) + other + text.slice(i + 1)),
    ).flat();
    const verdicts = await Promise.all(changed.map(async (one) => (await check(one)).verdict));
    expect(new Set(verdicts)).toEqual(new Set(['RED']));
  });

  it('PE-08: whatever the camera read, the answer is red and nothing is thrown', async () => {
    const alphabet = fc.constantFrom(
      ...Array.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'),
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: alphabet, maxLength: 400 }).map((tail) => `LN1:${tail}`),
      fc
        .uint8Array({ maxLength: 250 })
        .map((b) => `LN1:${toBase45(Uint8Array.of(0xd2, 0x84, ...b))}`),
      fc.nat({ max: 300 }).map((length) => 'LN1:6BF'.padEnd(length, 'NCFOX')),
    );
    await fc.assert(
      fc.asyncProperty(text, async (read) => {
        expect((await check(read)).verdict).toBe('RED');
      }),
      { numRuns: 2000 },
    );
  });
});
