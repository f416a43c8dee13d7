import { dayOf, daysBetween, plusDays, type Day } from '../../../../src/kernel/day.js';

export type Locale = 'vi' | 'en';

const NBSP = '\u00a0';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const TIMES = {
  vi: {
    weekdays: ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
    near: { '-1': 'hôm qua', '0': 'hôm nay', '1': 'ngày mai' } as Record<string, string>,
    parts: { '-1': 'hôm qua', '0': 'nay', '1': 'mai' } as Record<string, string>,
    part: (part: string, when: string) => `${part} ${when}`,
    dawn: 'sáng',
    noon: 'trưa',
    afternoon: 'chiều',
    evening: 'tối',
    now: 'vừa xong',
    minutes: (n: number) => `${n} phút`,
    hours: (n: number) => `${n} giờ`,
    days: (n: number) => `${n} ngày`,
    ago: (span: string) => `${span} trước`,
    million: 'triệu',
    billion: 'tỷ',
    tonnes: 'tấn',
  },
  en: {
    weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
    near: { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' } as Record<string, string>,
    parts: { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' } as Record<string, string>,
    part: (part: string, when: string) => {
      if (part === 'midday') return when;
      return when === 'today' ? `this ${part}` : `${when} ${part}`;
    },
    dawn: 'morning',
    noon: 'midday',
    afternoon: 'afternoon',
    evening: 'evening',
    now: 'just now',
    minutes: (n: number) => `${n} min`,
    hours: (n: number) => `${n} h`,
    days: (n: number) => (n === 1 ? '1 day' : `${n} days`),
    ago: (span: string) => `${span} ago`,
    million: 'million',
    billion: 'billion',
    tonnes: 't',
  },
};

/** `2026-11-27` → `27/11/2026`, in both languages. */
export const dayText = (day: Day): string =>
  `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;

/** The clock on a wall in Việt Nam: `05:30`. */
export const clockText = (at: Date): string =>
  new Date(at.getTime() + 7 * HOUR).toISOString().slice(11, 16);

/** `+84912345678` → `0912 345 678`; what is no Vietnamese number is left as it is. */
export const phoneText = (e164: string): string =>
  e164.replace(/^\+84(\d{3})(\d{3})(\d{3})$/, '0$1 $2 $3');

/** What is left on a countdown: `9:41` under an hour, `2:05:00` over it. */
export function leftText(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (n: number): string => String(n).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

export type Formats = ReturnType<typeof formatsOf>;

/** How figures and times are written in one language. Weights come in grams, money in đồng. */
export function formatsOf(locale: Locale) {
  const t = TIMES[locale];
  const tag = locale === 'vi' ? 'vi-VN' : 'en-GB';
  const figures = new Intl.NumberFormat(tag, { maximumFractionDigits: 3 });
  const short = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const hundredths = new Intl.NumberFormat(tag, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  const number = (n: number): string => figures.format(n);
  const vnd = (amount: number): string => `${figures.format(amount)}${NBSP}₫`;
  const weekday = (day: Day): string => t.weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';

  const span = (ms: number): string => {
    if (ms < HOUR) return t.minutes(Math.floor(ms / MINUTE));
    return ms < 48 * HOUR ? t.hours(Math.floor(ms / HOUR)) : t.days(Math.floor(ms / (24 * HOUR)));
  };

  const partOfDay = (at: Date): string => {
    const hour = Number(clockText(at).slice(0, 2));
    if (hour < 11) return t.dawn;
    if (hour < 14) return t.noon;
    return hour < 18 ? t.afternoon : t.evening;
  };

  return {
    number,
    /** `0,20`: two places always, for a column of such figures. */
    hundredths: (n: number): string => hundredths.format(n),
    vnd,
    /** `1234500` → `1.234,5 kg` */
    kg: (grams: number): string => `${figures.format(grams / 1000)}${NBSP}kg`,
    /** Kilograms up to a tonne, tonnes to one decimal beyond: for boards and charts. */
    load: (grams: number): string =>
      grams < 1_000_000
        ? `${figures.format(Math.round(grams / 1000))}${NBSP}kg`
        : `${short.format(grams / 1_000_000)}${NBSP}${t.tonnes}`,
    /** `35000` → `35.000 ₫/kg` */
    perKg: (amount: number): string => `${vnd(amount)}/kg`,
    /** `112000000` → `112 triệu`; below a million the whole sum. */
    vndShort(amount: number): string {
      if (Math.abs(amount) >= 1e9) return `${short.format(amount / 1e9)}${NBSP}${t.billion}`;
      return Math.abs(amount) >= 1e6
        ? `${short.format(amount / 1e6)}${NBSP}${t.million}`
        : vnd(amount);
    },
    /** `Thứ Sáu, 27/11/2026` */
    longDay: (day: Day): string => `${weekday(day)}, ${dayText(day)}`,
    /** `hôm nay`, `ngày mai`, else `Thứ Sáu, 27/11/2026` */
    nearDay: (day: Day, today: Day): string =>
      t.near[daysBetween(today, day)] ?? `${weekday(day)}, ${dayText(day)}`,
    /** `sáng mai`, `chiều nay`, else `05:30, Thứ Sáu 27/11` */
    moment(at: Date, now: Date): string {
      const day = dayOf(at);
      const when = t.parts[daysBetween(dayOf(now), day)];
      return when
        ? `${clockText(at)} ${t.part(partOfDay(at), when)}`
        : `${clockText(at)}, ${weekday(day)} ${dayText(day).slice(0, 5)}`;
    },
    /** How old something is: `vừa xong`, `5 phút trước`, `2 ngày trước` */
    age: (at: Date, now: Date): string => {
      const ms = now.getTime() - at.getTime();
      return ms < MINUTE ? t.now : t.ago(span(ms));
    },
    span,
    /** The next `count` days from today, for pickers. */
    daysFrom: (today: Day, count: number): { day: Day; text: string }[] =>
      Array.from({ length: count }, (_, i) => plusDays(today, i)).map((day) => ({
        day,
        text: t.near[daysBetween(today, day)] ?? `${weekday(day)}, ${dayText(day)}`,
      })),
  };
}
