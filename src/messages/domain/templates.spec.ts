import { routeOf } from './route.js';
import {
  plainText,
  SMS_LENGTH,
  smsText,
  templateFault,
  worstCase,
  ZALO_LENGTH,
  zaloText,
  zaloValues,
} from './template-text.js';
import { PAID_KINDS, TEMPLATES } from './templates.js';

describe('NO-07 every template with the longest values it may be filled with', () => {
  it.each(PAID_KINDS)('%s fits one SMS without marks and one Zalo message', (kind) => {
    const { sms, zalo } = TEMPLATES[kind];
    expect(worstCase(sms).length).toBeLessThanOrEqual(SMS_LENGTH);
    expect(worstCase(zalo).length).toBeLessThanOrEqual(ZALO_LENGTH);
    expect(templateFault(kind, 'SMS', sms)).toBeUndefined();
    expect(templateFault(kind, 'ZALO', zalo)).toBeUndefined();
    expect(zalo.normalize('NFD')).toMatch(/\p{M}/u);
  });

  it('exists exactly for the kinds that travel by a gateway who charges', () => {
    expect(PAID_KINDS.every((kind) => routeOf(kind).channels.includes('SMS'))).toBe(true);
    expect(routeOf('OFFER_ACCEPTED').channels).toEqual(['PUSH']);
  });
});

describe('NO-05 a text that is filled in', () => {
  const offer = {
    ma: 'LN-0825-4K7',
    kg: '300 kg',
    hang: 'na',
    loai: 'loại 2',
    gia: '32.000\u00a0₫',
    gio: '05:00 26/08',
    han: '21:00 25/08',
  };

  it('has marks on Zalo and none in an SMS', () => {
    expect(zaloText(TEMPLATES.ORDER_OFFERED.zalo, offer)).toBe(
      'Đơn LN-0825-4K7 hỏi mua 300 kg na loại 2 của nhà mình, giá 32.000\u00a0₫/kg, lấy từ 05:00 26/08. Trả lời 1 để nhận, 2 để không nhận, số kg nếu chỉ bán một phần, trước 21:00 25/08.',
    );
    expect(smsText(TEMPLATES.ORDER_OFFERED.sms, offer)).toBe(
      'Don LN-0825-4K7 hoi mua 300 kg na loai 2, 32.000d/kg, lay 05:00 26/08. Tra loi truoc 21:00 25/08: 1 nhan, 2 khong, so kg neu bot.',
    );
  });

  it('cuts a value that is longer than it may be', () => {
    const values = { ma: 'CH-1', ly_do: 'đường ngập '.repeat(20) };
    const text = smsText(TEMPLATES.RUN_CANCELLED.sms, values);
    expect(text.length).toBeLessThanOrEqual(SMS_LENGTH);
    expect(text).toMatch(/^[\x20-\x7e]+$/);
    expect(zaloValues('{ma}: {ly_do}', values)['ly_do']).toHaveLength(60);
  });

  it('loses every mark and nothing else', () => {
    expect(plainText('Đỗ Quang Minh – “ừ”, 1.500 ₫')).toBe('Do Quang Minh - "u", 1.500d');
  });
});

describe('NO-09 a template an administrator writes', () => {
  const fault = (channel: 'ZALO' | 'SMS', text: string): string | undefined =>
    templateFault('RUN_CANCELLED', channel, text)?.fault;

  it('is refused when it is empty, too long, has marks, or blanks it cannot fill', () => {
    expect(fault('SMS', ' ')).toBe('TEMPLATE_EMPTY');
    expect(fault('SMS', `Chuyen {ma} huy ${'x'.repeat(160)}`)).toBe('TEMPLATE_TOO_LONG');
    expect(fault('SMS', 'Chuyến {ma} hủy')).toBe('TEMPLATE_HAS_MARKS');
    expect(fault('ZALO', 'Chuyến {ma} hủy, {gia}')).toBe('TEMPLATE_BLANK_UNKNOWN');
    expect(fault('ZALO', 'Chuyến hủy')).toBe('TEMPLATE_BLANK_MISSING');
    expect(fault('ZALO', 'Chuyến {ma} hủy.')).toBeUndefined();
  });
});
