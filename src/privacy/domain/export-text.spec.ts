import { csvOf, withoutSecrets } from './export-text.js';

describe('G3 what a person takes home', () => {
  it('holds no secret, and everything else', () => {
    expect(
      withoutSecrets({
        sessions: [{ id: 's', token_hash: 'x', device: 'Chrome', device_hash: 'y' }],
        staff_credentials: [{ totp_sealed: 'z', totp_step: 3, password_hash: 'p', tries: 0 }],
      }),
    ).toEqual({ sessions: [{ id: 's', device: 'Chrome' }], staff_credentials: [{ tries: 0 }] });
  });

  it('is one value a line, quoted where it must be, and never a formula', () => {
    expect(
      csvOf({
        people: [{ name: 'Lan, "Bà"', phone: '+84912345678', erased_at: null, n: -3 }],
        lots: [{ kg: { L1: 3 } }],
      }),
    ).toBe(
      [
        'table,row,column,value',
        'people,1,name,"Lan, ""Bà"""',
        "people,1,phone,'+84912345678",
        'people,1,n,-3',
        'lots,1,kg,"{""L1"":3}"',
        '',
      ].join('\r\n'),
    );
  });
});
