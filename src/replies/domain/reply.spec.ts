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
  ])('takes “%s” for neither', (text) => expect(['UNCLEAR', 'WEIGHT']).toContain(said(text)));

  it.each(['250', '1 250kg', 'ok 200 kg', '1 nhưng 150'])(
    'does not agree to more than “%s” says',
    (text) => expect(said(text)).toBe('WEIGHT'),
  );

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
