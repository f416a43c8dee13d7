import { withoutContacts } from './hidden-contacts.js';

describe('words before a deal', () => {
  it.each([
    ['gọi 0912345678 nhé', 'gọi ••• nhé'],
    ['0912 345 678', '•••'],
    ['+84 912.345.678 hay 0912-345-678', '••• hay •••'],
  ])('ID-08: %s', (said, shown) => expect(withoutContacts(said)).toBe(shown));

  it.each(['lấy 300 kg giá 32.000', '5 tạ 2, 31.500 đ', 'sáng 25/08/2026'])(
    'weights, prices and days stay: %s',
    (said) => expect(withoutContacts(said)).toBe(said),
  );
});
