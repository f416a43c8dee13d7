import { faultText, withoutPhones } from './fault-text.js';

describe('what is written down of a fault', () => {
  const ofTheDatabase = (message: string, facts: object): Error =>
    Object.assign(new Error(message), { name: 'QueryFailedError', ...facts });

  it('G8: is its kind and place, and no value of the row', () => {
    const text = faultText(
      ofTheDatabase('invalid input syntax for type uuid: "Nguyễn Thị Lan"', {
        code: '22P02',
        detail: 'Failing row contains (+84912345678, Nguyễn Thị Lan).',
        parameters: ['+84912345678'],
      }),
    );
    expect(text).toMatch(/^QueryFailedError 22P02: invalid input syntax for type uuid: "…"\n +at /);
    expect(text).not.toMatch(/Lan|912/);
  });

  it('names what the schema lacks and what the program stumbled over', () => {
    expect(faultText(ofTheDatabase('relation "lots" does not exist', { code: '42P01' }))).toContain(
      'relation "lots"',
    );
    expect(faultText(new TypeError("reading 'party'"))).toContain("'party'");
  });

  it.each(['+84912345678', '84912345678', '0912345678', '0912 345 678', '0912.345.678'])(
    'G8: shows of %s its first and last figures',
    (phone) => {
      expect(withoutPhones(`not sent to ${phone}: no`)).toBe('not sent to 09x…678: no');
    },
  );

  it('leaves ids, times and sums as they are', () => {
    const text = '2026-08-25T22:00:00.000Z 084a1c02-0912-4345-8678-91ab0345678a 1.090.000.000 đ';
    expect(withoutPhones(text)).toBe(text);
  });
});
