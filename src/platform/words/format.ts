const kilograms = { maximumFractionDigits: 3 };

/** `1234500` g → `1.234,5 kg`; trailing zeros are dropped, as on a weighing slip. */
export const kgText = (grams: number): string =>
  `${new Intl.NumberFormat('vi-VN', kilograms).format(grams / 1000)} kg`;

/** `35000` → `35.000 ₫`, with a no-break space. */
export const vndText = (vnd: number): string =>
  `${new Intl.NumberFormat('vi-VN').format(vnd)}\u00a0₫`;

/** `1234500` g → `1,234.5 kg`: in an English sentence `1.320 kg` would be little more than one. */
export const kgTextEn = (grams: number): string =>
  `${new Intl.NumberFormat('en', kilograms).format(grams / 1000)} kg`;

/** `35000` → `35,000 ₫`, with a no-break space. */
export const vndTextEn = (vnd: number): string =>
  `${new Intl.NumberFormat('en').format(vnd)}\u00a0₫`;

const clock = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  day: '2-digit',
  month: '2-digit',
});

/** An instant as `05:30 23/07`, in Việt Nam. */
export function momentText(at: Date): string {
  const part = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${part['hour']}:${part['minute']} ${part['day']}/${part['month']}`;
}
