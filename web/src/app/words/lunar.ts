import { daysBetween, type Day } from '../../../../src/kernel/day.js';

/** A day of the Vietnamese lunisolar calendar. */
export interface LunarDay {
  day: number;
  month: number;
  year: number;
  /** The second of two months that bear the same number. */
  isLeapMonth: boolean;
}

// The formulae are those Hồ Ngọc Đức published for the Vietnamese calendar (after Meeus, "Astronomical
// Algorithms", 1991), reckoned for the meridian of +07:00. `Intl` with the Chinese calendar uses +08:00 and
// is a day or a month off on some 2.6 % of days, Tết 2027 among them.
const ZONE_DAYS = 7 / 24;
const MONTH_DAYS = 29.530588853;
const FIRST_MOON = 2415021.076998695;
const J1900 = 2415021;
const EPOCH = '1970-01-01' as Day;
const EPOCH_JDN = 2440588;
const RAD = Math.PI / 180;

const julianDay = (day: Day): number => daysBetween(EPOCH, day) + EPOCH_JDN;

/** Julian day number, in Việt Nam, of the k-th new moon after 1 January 1900. */
function newMoonDay(k: number): number {
  const t = k / 1236.85;
  const t2 = t * t;
  const t3 = t2 * t;
  const mean =
    2415020.75933 +
    29.53058868 * k +
    0.0001178 * t2 -
    0.000000155 * t3 +
    0.00033 * Math.sin((166.56 + 132.87 * t - 0.009173 * t2) * RAD);
  const sun = (359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3) * RAD;
  const moon = (306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3) * RAD;
  const node = (21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3) * RAD;
  const correction =
    (0.1734 - 0.000393 * t) * Math.sin(sun) +
    0.0021 * Math.sin(2 * sun) -
    0.4068 * Math.sin(moon) +
    0.0161 * Math.sin(2 * moon) -
    0.0004 * Math.sin(3 * moon) +
    0.0104 * Math.sin(2 * node) -
    0.0051 * Math.sin(sun + moon) -
    0.0074 * Math.sin(sun - moon) +
    0.0004 * Math.sin(2 * node + sun) -
    0.0004 * Math.sin(2 * node - sun) -
    0.0006 * Math.sin(2 * node + moon) +
    0.001 * Math.sin(2 * node - moon) +
    0.0005 * Math.sin(2 * moon + sun);
  const earthClock = -0.000278 + 0.000265 * t + 0.000262 * t2;
  return Math.floor(mean + correction - earthClock + 0.5 + ZONE_DAYS);
}

/** In which of the twelve 30° arcs the sun stands at the start of the day in Việt Nam; 9 begins at the winter solstice. */
function sunArc(jdn: number): number {
  const t = (jdn - 0.5 - ZONE_DAYS - 2451545) / 36525;
  const t2 = t * t;
  const anomaly = (357.5291 + 35999.0503 * t - 0.0001559 * t2 - 0.00000048 * t2 * t) * RAD;
  const longitude =
    280.46645 +
    36000.76983 * t +
    0.0003032 * t2 +
    (1.9146 - 0.004817 * t - 0.000014 * t2) * Math.sin(anomaly) +
    (0.019993 - 0.000101 * t) * Math.sin(2 * anomaly) +
    0.00029 * Math.sin(3 * anomaly);
  return Math.floor((((longitude % 360) + 360) % 360) / 30);
}

/** First day of the eleventh month, the one that holds the winter solstice of this solar year. */
function eleventhMonth(solarYear: number): number {
  const k = Math.floor((julianDay(`${solarYear}-12-31` as Day) - J1900) / MONTH_DAYS);
  const start = newMoonDay(k);
  return sunArc(start) >= 9 ? newMoonDay(k - 1) : start;
}

/** How many months after the eleventh the leap month comes: the first without a change of arc. */
function leapOffset(eleventh: number): number {
  const k = Math.floor((eleventh - FIRST_MOON) / MONTH_DAYS + 0.5);
  let offset = 1;
  while (offset < 13 && sunArc(newMoonDay(k + offset)) !== sunArc(newMoonDay(k + offset + 1)))
    offset++;
  return offset;
}

export function lunarOf(day: Day): LunarDay {
  const jdn = julianDay(day);
  const solarYear = Number(day.slice(0, 4));
  const k = Math.floor((jdn - FIRST_MOON) / MONTH_DAYS);
  const next = newMoonDay(k + 1);
  const monthStart = next > jdn ? newMoonDay(k) : next;

  const thisYears = eleventhMonth(solarYear);
  const isBefore = thisYears >= monthStart;
  const from = isBefore ? eleventhMonth(solarYear - 1) : thisYears;
  const to = isBefore ? thisYears : eleventhMonth(solarYear + 1);

  const monthsOn = Math.floor((monthStart - from) / 29);
  const leap = to - from > 365 ? leapOffset(from) : Infinity;
  const ordinal = monthsOn + (monthsOn >= leap ? 10 : 11);
  const month = ordinal > 12 ? ordinal - 12 : ordinal;
  const year = (isBefore ? solarYear : solarYear + 1) - (month >= 11 && monthsOn < 4 ? 1 : 0);
  return { day: jdn - monthStart + 1, month, year, isLeapMonth: monthsOn === leap };
}
