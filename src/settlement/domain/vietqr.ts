import { refuse, type Refusal } from '../../kernel/refusal.js';
import type { Vnd } from '../../kernel/units.js';

export interface VietQrTransfer {
  /** The six digits of the receiving bank. */
  readonly bin: string;
  readonly account: string;
  /** Left out: the payer types the amount, and the code may be used again and again. */
  readonly amountVnd?: Vnd;
  /** What the payee reads on the statement; marks are stripped. */
  readonly message?: string;
}

export type VietQrRefusal =
  'QR_BANK_UNKNOWN' | 'QR_ACCOUNT_MALFORMED' | 'QR_AMOUNT_OUT_OF_RANGE' | 'QR_MESSAGE_TOO_LONG';

const NAPAS = 'A000000727';
const TO_ACCOUNT = 'QRIBFTTA';
const VND_ISO_4217 = '704';
// EMVCo merchant-presented mode: the amount has at most 13 characters, "purpose of transaction" at most 25.
const MOST_AMOUNT_DIGITS = 13;
const MOST_MESSAGE = 25;

/** The text of a VietQR code (EMVCo tag-length-value): a transfer straight to the payee's account. */
export function vietQr(transfer: VietQrTransfer): string | Refusal<VietQrRefusal> {
  const { bin, account, amountVnd } = transfer;
  if (!/^\d{6}$/.test(bin)) return refuse('QR_BANK_UNKNOWN', { bin });
  if (!/^[0-9A-Za-z]{1,19}$/.test(account)) return refuse('QR_ACCOUNT_MALFORMED');
  if (
    amountVnd !== undefined &&
    (amountVnd <= 0 || String(amountVnd).length > MOST_AMOUNT_DIGITS)
  ) {
    return refuse('QR_AMOUNT_OUT_OF_RANGE', { amountVnd });
  }
  const message = withoutMarks(transfer.message ?? '');
  if (message.length > MOST_MESSAGE) {
    return refuse('QR_MESSAGE_TOO_LONG', { most: MOST_MESSAGE, length: message.length });
  }

  const beneficiary = field('00', bin) + field('01', account);
  const body =
    field('00', '01') +
    field('01', amountVnd === undefined ? '11' : '12') +
    field('38', field('00', NAPAS) + field('01', beneficiary) + field('02', TO_ACCOUNT)) +
    field('53', VND_ISO_4217) +
    (amountVnd === undefined ? '' : field('54', String(amountVnd))) +
    field('58', 'VN') +
    (message === '' ? '' : field('62', field('08', message))) +
    '6304';
  return body + crc16(body);
}

/** CRC-16/CCITT-FALSE (polynomial 1021, start FFFF) in four hexadecimal digits. */
export function crc16(text: string): string {
  let crc = 0xffff;
  for (let i = 0; i < text.length; i++) {
    crc ^= text.charCodeAt(i) << 8;
    for (let bit = 0; bit < 8; bit++) {
      crc = (crc & 0x8000) === 0 ? (crc << 1) & 0xffff : ((crc << 1) ^ 0x1021) & 0xffff;
    }
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}

const field = (tag: string, value: string): string =>
  tag + String(value.length).padStart(2, '0') + value;

/** Banks print letters, digits and spaces only: "Trả tiền na" becomes "Tra tien na". */
const withoutMarks = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replaceAll(/[^0-9A-Za-z]+/g, ' ')
    .trim();
