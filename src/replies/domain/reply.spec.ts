import fc from 'fast-check';
import { orderNumber } from '../../orders/index.js';
import type { Day } from '../../kernel/day.js';
import { kilograms } from '../../kernel/units.js';
import { readReply } from './reply.js';

const CODES = ['LN-0825-4K7', 'LN-0825-5A1'];
const said = (text: string): string => readReply(text, CODES).says;
const codes = (text: string): readonly string[] => {
  const reply = readReply(text, CODES);
  return 'codes' in reply ? reply.codes : [];
};

describe('NG-12 a reply about a deal made by telephone', () => {
  const ofTalks = (text: string) =>
    readReply(text, ['MC-7655C0', 'MC-765512', 'LO-9A01B2', 'LN-0825-4K7']);
  it.each([
    ['1 mc-7655c0', ['MC-7655C0']],
    ['ok MC 7655C0', ['MC-7655C0']],
    ['1 7655c0', ['MC-7655C0']],
    ['1 mc765512', ['MC-765512']],
    ['có 0825 4k7', ['LN-0825-4K7']],
    ['1 lo 9a01b2', ['LO-9A01B2']],
    ['1 mc-abc123', []],
    ['1 lo-abc123', []],
  ])('reads “%s”', (text, meant) => {
    expect(ofTalks(text)).toMatchObject({ says: 'YES', codes: meant });
  });

  it('takes six digits alone for a weight', () => {
    expect(ofTalks('765512').says).toBe('WEIGHT');
  });
});

describe('NO-03 a reply by text message', () => {
  it.each([
    '1',
    ' 1 ',
    '1.',
    '1 nhé',
    '1 nhe',
    'Có',
    'co',
    'CÓ Ạ',
    'ok',
    'OK nha',
    'oke',
    'Được',
    'đồng ý',
    'vâng',
    'nhận',
    'Bán nhé',
    'ừ',
    'Dạ bán',
    'da',
    'da co',
  ])('takes “%s” for yes', (text) => expect(said(text)).toBe('YES'));

  it.each([
    '2',
    '2 nhé',
    'không',
    'Khong',
    'ko',
    'k',
    'không bán',
    'khong nhan',
    'không được',
    'Không đồng ý',
    'thôi',
    'từ chối',
  ])('takes “%s” for no', (text) => expect(said(text)).toBe('NO'));

  it.each([
    '',
    '?',
    'ai đấy',
    'mai tính',
    '12',
    'có không',
    '1 2',
    'nhận hay không',
    'gọi cho tôi',
    'Đã bán',
    'đã nhận ạ',
    'da ban',
    'da ban nhe',
  ])('takes “%s” for neither', (text) => expect(['UNCLEAR', 'WEIGHT']).toContain(said(text)));

  it.each([
    ['150', 150],
    ['150kg', 150],
    ['1 150', 150],
    ['1. 150 kg', 150],
    ['1 250kg', 250],
    ['ok 200 kg', 200],
    ['1 nhưng 150', 150],
    ['Chỉ còn 150kg thôi nhé', 150],
    ['1 tạ rưỡi', 150],
    ['tạ rưỡi', 150],
    ['1,5 tạ', 150],
    ['nhận 2 tạ', 200],
    ['một tạ hai', 120],
    ['12kg', 12],
    ['3kg', 3],
    ['1,5 tạ nhé', 150],
    ['12,5kg', 12.5],
    ['dạ bán 50kg', 50],
    ['1 0825-5a1 150', 150],
    ['150 4k7', 150],
  ])('reads “%s” as %d kilograms', (text, kg) => {
    expect(readReply(text, CODES)).toMatchObject({ says: 'WEIGHT', grams: kilograms(kg) });
  });

  it.each([
    '12',
    '1 12',
    '1.200',
    '1,150',
    '1 000',
    '0912345678',
    '0825',
    '1 0825',
    '2 150',
    '2 nhưng 1 tạ',
    'không bán 150',
    'không đủ 150 kg',
    '150 được không?',
    '30k',
    '1-150',
    '150 hoặc 200',
    '27/11',
    'ln 150',
    '2t',
    '2 t',
    '1 t',
    'đã bán 50kg',
    'da ban 50 kg',
    '150kg 1',
    '3',
    '1 3',
    '1,5',
    '2.5 nhé',
  ])('takes “%s” for no certain number of kilograms', (text) => {
    expect(readReply(text, CODES)).toMatchObject({ says: 'WEIGHT', grams: null });
  });

  it.each(['ba', 'sau', 'nam ạ', 'hai'])('takes the word “%s” alone for nothing', (text) => {
    expect(said(text)).toBe('UNCLEAR');
  });

  const aCode = fc
    .tuple(fc.integer({ min: 0, max: 364 }), fc.integer({ min: 0, max: 700_000 }))
    .map(([day, serial]) =>
      orderNumber(new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10) as Day, serial),
    );
  const typed = (code: string): string[] => {
    const [, date = '', serial = ''] = code.split('-');
    return [code, code.toLowerCase(), `ln${date}${serial}`, `${date} ${serial}`, serial, date].map(
      (one) => one.toLowerCase(),
    );
  };

  it('never reads a code as kilograms, however it is typed', () => {
    fc.assert(
      fc.property(
        fc.array(aCode, { minLength: 1, maxLength: 3 }),
        fc.constantFrom('', '1 ', 'ok ', 'nhận ', 'đơn ', '2 '),
        fc.constantFrom('', ' nhé', ' 1', ' ạ'),
        fc.nat(5),
        (asked, before, behind, form) => {
          const reply = readReply(`${before}${typed(asked[0] ?? '')[form]}${behind}`, asked);
          expect(reply.says === 'WEIGHT' ? reply.grams : null).toBeNull();
        },
      ),
      { numRuns: 300 },
    );
  });

  it('reads a weight as that weight or asks, and never as a yes or a no', () => {
    fc.assert(
      fc.property(
        fc.array(aCode, { maxLength: 3 }),
        fc.integer({ min: 3, max: 99_999 }),
        fc.constantFrom('', '1 ', '1. ', 'ok ', 'nhận bán ', 'chỉ còn ', 'có '),
        fc.constantFrom('', 'kg', ' kg', ' cân', 'ky', ' kg nhé', ' thôi ạ'),
        fc.boolean(),
        (asked, kg, before, behind, isNamed) => {
          const name = isNamed && asked[0] !== undefined ? ` ${asked[0]}` : '';
          const reply = readReply(`${before}${kg}${behind}${name}`, asked);
          const named = isNamed ? asked.slice(0, 1) : [];
          expect([
            { says: 'WEIGHT', grams: kilograms(kg), codes: named, namesOther: false },
            // A part of a code, or a slip of the thumb.
            { says: 'WEIGHT', grams: null, codes: named, namesOther: false },
          ]).toContainEqual(reply);
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    ['1 LN-0825-4K7', ['LN-0825-4K7']],
    ['1 ln0825 4k7', ['LN-0825-4K7']],
    ['LN 0825 4K7 ok', ['LN-0825-4K7']],
    ['1 4k7', ['LN-0825-4K7']],
    ['4K7 1', ['LN-0825-4K7']],
    ['1 0825-5a1 nhe', ['LN-0825-5A1']],
    ['1 4k7 5a1', CODES],
    ['1', []],
  ])('finds in “%s” the orders %j', (text, expected) => {
    expect(said(text)).toBe('YES');
    expect(codes(text)).toEqual(expected);
  });

  it('notices a code nobody expects', () => {
    expect(readReply('1 LN-0820-9Z9', CODES)).toEqual({ says: 'YES', codes: [], namesOther: true });
  });

  it('does not take a plain number for the end of a code', () => {
    expect(readReply('1 250', ['LN-0825-250']).says).toBe('WEIGHT');
    expect(readReply('1 0825 250', ['LN-0825-250'])).toMatchObject({ codes: ['LN-0825-250'] });
  });
});
