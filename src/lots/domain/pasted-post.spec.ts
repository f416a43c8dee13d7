import { readPastedPost, type PostCrop } from './pasted-post.js';

const grades = ['DB', 'L1', 'L2', 'L3'].map((code) => ({
  code,
  names: code === 'DB' ? ['đặc biệt'] : [`loại ${code.slice(1)}`],
}));
const CROPS: readonly PostCrop[] = [
  {
    code: 'NA',
    names: ['na'],
    varieties: [
      { code: 'NA_DAI', names: ['na dai'] },
      { code: 'NA_BO', names: ['na bở'] },
    ],
    grades,
  },
  { code: 'KHOAI_LANG', names: ['khoai lang'], varieties: [], grades },
  { code: 'KHOAI_SO', names: ['khoai sọ'], varieties: [], grades },
];
const read = (post: string) => readPastedPost(post, CROPS);

describe('a post of a chat group', () => {
  it('becomes a lot to confirm, without its telephone number', () => {
    expect(read('Na dai 5 tạ giá 35, ib 0912.345.678')).toEqual({
      cropCode: 'NA',
      varietyCode: 'NA_DAI',
      gradeCode: null,
      grams: 500_000,
      vndPerKg: 35_000,
      daysAhead: null,
      text: 'Na dai 5 tạ giá 35, ib',
    });
  });

  it.each([
    ['na bở loại 1 2 tấn rưỡi, giá 32k, sáng mai lấy', 'NA', 'L1', 2_500_000, 32_000, 1],
    ['Nhà em có 300kg khoai lang loại II 12k/kg hôm nay', 'KHOAI_LANG', 'L2', 300_000, 12_000, 0],
    ['khoai so 1 tạ 2 gia 18', 'KHOAI_SO', null, 120_000, 18_000, null],
    ['Na đặc biệt 80 kg', 'NA', 'DB', 80_000, null, null],
  ])('“%s”', (post, cropCode, gradeCode, grams, vndPerKg, daysAhead) => {
    expect(read(post)).toMatchObject({ cropCode, gradeCode, grams, vndPerKg, daysAhead });
  });

  it('leaves open what it does not say, or says twice', () => {
    expect(read('ai mua na không ạ')).toMatchObject({
      cropCode: 'NA',
      grams: null,
      vndPerKg: null,
    });
    expect(read('na loại 1 2 tạ, loại 2 3 tạ')).toMatchObject({ grams: null });
    expect(read('cần mua phân bón')).toMatchObject({ cropCode: null, grams: null });
  });

  it.each(['+84 912 345 678', '0912 345 678', '84912345678', '0912-345-678'])(
    'drops the number %s and no weight',
    (phone) => expect(read(`na 100 kg lh ${phone} nhé`).text).toBe('na 100 kg lh nhé'),
  );
});
