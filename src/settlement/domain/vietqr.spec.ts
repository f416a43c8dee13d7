import fc from 'fast-check';
import { vnd } from '../../kernel/units.js';
import { crc16, vietQr } from './vietqr.js';

const account = { bin: '970403', account: '0011012345678' };

/** Reads tag-length-value back, the way a bank's app does. */
function read(text: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (let at = 0; at < text.length;) {
    const length = Number(text.slice(at + 2, at + 4));
    fields[text.slice(at, at + 2)] = text.slice(at + 4, at + 4 + length);
    at += 4 + length;
  }
  return fields;
}

describe('the text of a VietQR code', () => {
  it('PA-03 is the published example for an account without amount, sign for sign', () => {
    expect(vietQr(account)).toBe(
      '00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN63049E6F',
    );
  });

  it('PA-03 with amount and message may be paid once', () => {
    const text = vietQr({ ...account, amountVnd: vnd(3_805_600), message: 'LN-0825-4K7' });
    expect(text).toBe(
      '00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA5303704' +
        '540738056005802VN62150811LN 0825 4K763045DCB',
    );
  });

  it('PA-03 strips the marks of the message', () => {
    const text = vietQr({ ...account, message: 'Trả tiền na, bà Đặng' }) as string;
    expect(read(read(text)['62']!)).toEqual({ '08': 'Tra tien na ba Dang' });
  });

  it('PA-03 refuses what no bank would accept', () => {
    expect(vietQr({ ...account, bin: '97040' })).toMatchObject({ refused: 'QR_BANK_UNKNOWN' });
    expect(vietQr({ ...account, account: '' })).toMatchObject({ refused: 'QR_ACCOUNT_MALFORMED' });
    expect(vietQr({ ...account, account: '0011 01' })).toMatchObject({
      refused: 'QR_ACCOUNT_MALFORMED',
    });
    expect(vietQr({ ...account, amountVnd: vnd(0) })).toMatchObject({
      refused: 'QR_AMOUNT_OUT_OF_RANGE',
    });
    expect(vietQr({ ...account, message: 'một lời nhắn dài hơn hai mươi lăm chữ' })).toMatchObject({
      refused: 'QR_MESSAGE_TOO_LONG',
    });
  });

  it('PA-03 is read back as it was written, and its check sum covers all that stands before it', () => {
    const number = fc.integer({ min: 1, max: 9_999_999_999 });
    fc.assert(
      fc.property(number, fc.stringMatching(/^[0-9]{1,19}$/), (amount, to) => {
        const text = vietQr({ bin: '970436', account: to, amountVnd: vnd(amount) }) as string;
        const fields = read(text);
        const target = read(fields['38']!);
        expect(fields).toMatchObject({ '00': '01', '01': '12', '53': '704', '58': 'VN' });
        expect(fields['54']).toBe(String(amount));
        expect(target).toMatchObject({ '00': 'A000000727', '02': 'QRIBFTTA' });
        expect(read(target['01']!)).toEqual({ '00': '970436', '01': to });
        expect(fields['63']).toBe(crc16(text.slice(0, -4)));
      }),
    );
  });
});

describe('the check sum', () => {
  it('PA-03 is CRC-16/CCITT-FALSE: its published check value for 123456789 is 29B1', () => {
    expect(crc16('123456789')).toBe('29B1');
    expect(crc16('')).toBe('FFFF');
  });
});
