import fc from 'fast-check';
import { kilograms } from '../../kernel/units.js';
import { readReply } from './reply.js';

const CODES = ['LN-0825-4K7', 'LN-0825-5A1'];
const read = (text: string): Record<string, number> | string => {
  const reply = readReply(text, CODES);
  return reply.says === 'GRADES'
    ? Object.fromEntries([...reply.weights].map(([grade, grams]) => [grade, grams / 1000]))
    : reply.says;
};

describe('NO-03 kilograms grade by grade in a reply by text message', () => {
  it.each([
    ['L1 100, L2 50', { L1: 100, L2: 50 }],
    ['l1 100 l2 50', { L1: 100, L2: 50 }],
    ['1 nhận L1: 100kg; L2: 50 kg nhé', { L1: 100, L2: 50 }],
    ['Loại 1 100 và loại 2 50', { L1: 100, L2: 50 }],
    ['loai1=1 tạ rưỡi, loai2=12kg', { L1: 150, L2: 12 }],
    ['L1 100, L2 0', { L1: 100, L2: 0 }],
    ['L1 0 kg L3 70', { L1: 0, L3: 70 }],
    ['L1 100, L2 không', { L1: 100, L2: 0 }],
    ['xô 120 đb 30', { XO: 120, DB: 30 }],
    ['L1 100', { L1: 100 }],
    ['L2 50 L1 100 ln 0825-4k7', { L1: 100, L2: 50 }],
  ])('reads “%s”', (text, weights) => expect(read(text)).toEqual(weights));

  it.each([
    '100 L1, 50 L2',
    'L1 100 50',
    'L1 100, L1 50',
    'L1, L2 100',
    'L1 L2',
    '1 L1',
    'L1 12',
    'L1 ba',
    'L1 1.200, L2 50',
    'L1 100, L2 50, 150',
    'không bán L1 100',
    'L1 100 hoặc L2 50',
    'L1 100 thì L2 50',
    'L1 0825',
    'L1 100k L2 50k',
    'L1 100kg 5 L2 50',
    'đã bán L1 100, L2 50',
    '1 1 L1 100, L2 50',
  ])('takes “%s” for no certain kilograms', (text) => {
    expect(readReply(text, CODES)).toMatchObject({ says: 'WEIGHT', grams: null });
  });

  it('reads what was written, whatever stands between, or asks', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }),
        fc.array(fc.integer({ min: 0, max: 9_999 }), { minLength: 4, maxLength: 4 }),
        fc.constantFrom('L', 'l ', 'loại ', 'Loai'),
        fc.constantFrom(' ', ': ', '=', ' - '),
        fc.constantFrom('', 'kg', ' kg', ' ky'),
        fc.constantFrom(' ', ', ', '; ', ' và '),
        (grades, kgs, name, is, unit, apart) => {
          const said = grades.map((grade, i) => `${name}${grade}${is}${kgs[i]}${unit}`).join(apart);
          expect([
            Object.fromEntries(grades.map((grade, i) => [`L${grade}`, kgs[i]])),
            'WEIGHT',
          ]).toContainEqual(read(said));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('never takes a weight that stands elsewhere than behind its grade, nor one of two', () => {
    const word = fc.constantFrom(
      'l1',
      'l2',
      'l3',
      '100',
      '50',
      '7',
      '300kg',
      ',',
      'va',
      '1',
      'ok',
      'khong',
      'hoac',
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
        const reply = readReply(words.join(' '), []);
        if (reply.says !== 'GRADES') return;
        const said = words.filter((one) => !['ok', ',', 'va'].includes(one));
        if (said[0] === '1') said.shift();
        expect(said).toEqual(
          [...reply.weights].flatMap(([grade, grams]) => [
            grade.toLowerCase(),
            grams === kilograms(300) ? '300kg' : grams === 0 ? 'khong' : String(grams / 1000),
          ]),
        );
      }),
      { numRuns: 3_000 },
    );
  });
});
