import fc from 'fast-check';
import { generate, correction } from 'lean-qr';
import { isRefusal } from '../../kernel/refusal.js';
import { fromBase45 } from './base45.js';
import { PERMIT_TYPES, type PermitClaims, readPermit, signPermit, tokenIdOf } from './token.js';
import { CLAIMS, type KeyPair, at, newKeyPair } from './vectors.given.js';

let pair: KeyPair;

beforeAll(async () => {
  pair = await newKeyPair();
});

const LONGEST: PermitClaims = {
  tokenId: 'ffffffffffffffff',
  type: 'OVERSIZE',
  plate: '98LD123456',
  driverMark: 'NTTHA',
  fromCode: 'LNPOINT_1234',
  fromYear: 2025,
  toCode: 'HN_LONGBIEN1',
  cropCode: 'KHOAI_LANG_A',
  kgLeast: 4_000_000_000,
  kgMost: 4_000_000_001,
  persons: 4_000_000_000,
  run: 'ABCDEFGHJK',
  testedAt: at('08:00'),
  ruleSet: 'HN-17CT-2021-07-24-V',
  statusIndex: 4_000_000_000,
  issuer: 'BACNINH1',
  issuedAt: at('07:00'),
  validFrom: at('07:00'),
  validTo: at('19:00'),
};

const versionOf = (text: string, level: (typeof correction)[keyof typeof correction]): number =>
  (generate(text, { minCorrectionLevel: level, maxCorrectionLevel: level }).size - 17) / 4;

describe('a permit token', () => {
  it('PE-07: fits a QR of version 10 on a screen (level M) and 13 on paper (level Q)', async () => {
    const text = await signPermit(CLAIMS, pair.signer);
    expect(text).toMatch(/^LN1:[0-9A-Z $%*+./:-]+$/);
    expect(text.length).toBe(300);
    expect(versionOf(text, correction.M)).toBe(10);
    expect(versionOf(text, correction.Q)).toBe(13);
  });

  it('PE-07: stays within 400 characters with every field at its longest', async () => {
    expect((await signPermit(LONGEST, pair.signer)).length).toBe(387);
  });

  it('PE-07: carries these claims and no more: no name, phone or number of a person', async () => {
    const read = readPermit(await signPermit(CLAIMS, pair.signer));
    expect(read).toMatchObject({ claims: CLAIMS });
    expect(Object.keys(CLAIMS)).toHaveLength(19);
  });

  it('gives back whatever was signed', async () => {
    const upper = (length: number) =>
      fc.string({
        unit: fc.constantFrom(...Array.from('ABCDEFGH')),
        minLength: 2,
        maxLength: length,
      });
    const second = fc.integer({ min: 1, max: 2 ** 31 }).map((value) => new Date(value * 1000));
    const claims = fc
      .record({
        tokenId: fc.stringMatching(/^[0-9a-f]{16}$/),
        type: fc.constantFrom(...PERMIT_TYPES),
        plate: fc.stringMatching(/^[0-9]{2}[A-Z][0-9]{5}$/),
        driverMark: upper(5),
        fromCode: upper(12),
        fromYear: fc.nat({ max: 3000 }),
        toCode: upper(12),
        cropCode: upper(12),
        kgLeast: fc.nat({ max: 50_000 }),
        persons: fc.nat({ max: 5 }),
        run: upper(10),
        testedAt: fc.option(second),
        ruleSet: upper(20),
        statusIndex: fc.nat({ max: 1_000_000 }),
        issuer: fc.option(upper(8)),
        issuedAt: second,
        validFrom: second,
      })
      .map((some): PermitClaims => ({
        ...some,
        kgMost: some.kgLeast + 400,
        validTo: new Date(some.validFrom.getTime() + 60_000),
      }));
    await fc.assert(
      fc.asyncProperty(claims, async (given) => {
        expect(readPermit(await signPermit(given, pair.signer))).toMatchObject({ claims: given });
      }),
    );
  });

  it.each<[string, Partial<PermitClaims>]>([
    ['a plate with a dash', { plate: '98C-12345' }],
    ['a full name', { driverMark: 'NGUYEN VAN AN' }],
    ['an end before the beginning', { validTo: at('06:00') }],
    ['an upside-down band', { kgLeast: 5000 }],
    ['a phone number for an issuer', { issuer: '0912345678' }],
  ])('will not sign %s', async (_, wrong) => {
    await expect(signPermit({ ...CLAIMS, ...wrong }, pair.signer)).rejects.toThrow(RangeError);
  });

  it('cuts times to whole seconds', async () => {
    const issuedAt = new Date(at('07:00').getTime() + 999);
    const read = readPermit(await signPermit({ ...CLAIMS, issuedAt }, pair.signer));
    expect(isRefusal(read) ? read : read.claims.issuedAt).toEqual(at('07:00'));
  });

  it('is a COSE_Sign1: tag 18, a signed header of algorithm and key, an empty unsigned one', async () => {
    const bytes = fromBase45((await signPermit(CLAIMS, pair.signer)).slice(4)) ?? new Uint8Array();
    const hex = Buffer.from(bytes).toString('hex');
    expect(hex.slice(0, 28)).toBe(`d28449a201260444${pair.signer.kid}a058`);
  });

  it('takes its number from the random half of the permit’s id', () => {
    expect(tokenIdOf('01989f2e-5a10-7c3b-8f3a-91c07be2d456')).toBe('8f3a91c07be2d456');
  });
});
