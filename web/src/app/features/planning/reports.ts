import { daysBetween, plusDays, type Day } from '../../../../../src/kernel/day.js';
import { grams, sumGrams, type Grams } from '../../../../../src/kernel/units.js';
import type { Waiting } from '../../offline/queue.js';
import { sorted } from '../../sorted.js';
import type { Report } from './documents.js';

/** What is known of one crop of one household for a day. */
export interface CropReport {
  crop: Report['crop'];
  /** What was reported for the day itself; null while nobody has. */
  today: Grams | null;
  /** The newest number before that day. */
  before: { day: Day; grams: Grams } | null;
}

interface Range {
  from: Day;
  to: Day;
}

/**
 * What a household's phone keeps of its reports: a week or two back and the days ahead. The range moves on Mondays
 * only, so that a phone without signal at four in the morning still finds what it kept last night.
 */
export function ownRange(today: Day): Range {
  // 1970-01-05 was a Monday.
  const sinceMonday = daysBetween('1970-01-05' as Day, today) % 7;
  const monday = plusDays(today, -sinceMonday);
  return { from: plusDays(monday, -7), to: plusDays(monday, 9) };
}

/** What a clerk looks at: hundreds of households, so no further back than a number is carried forward. */
export const membersRange = (today: Day): Range => ({
  from: plusDays(today, -7),
  to: plusDays(today, 2),
});

/** Crops a household has reported of late, those with the most fruit first. */
export function cropReports(reports: readonly Report[], day: Day): CropReport[] {
  const byCrop = new Map<string, CropReport>();
  for (const report of reports) {
    if (daysBetween(report.day, day) < 0) continue;
    const known = byCrop.get(report.crop.code) ?? { crop: report.crop, today: null, before: null };
    const isLater = report.day < day && (known.before === null || report.day > known.before.day);
    byCrop.set(report.crop.code, {
      ...known,
      today: report.day === day ? report.grams : known.today,
      before: isLater ? { day: report.day, grams: report.grams } : known.before,
    });
  }
  const size = ({ today, before }: CropReport): number => today ?? before?.grams ?? 0;
  return sorted([...byCrop.values()], (a, b) => size(b) - size(a));
}

interface Asked {
  householdId: string | null;
  cropCode: string;
  day: Day;
}

/** What was said of a day: a number, or an arrow against the number before it. */
export type Told = Grams | 'UP' | 'DOWN';

/** What this phone has written down and the server has not heard of. */
export function unsentReport(queue: readonly Waiting[], asked: Asked): Told | null {
  const [last] = sorted(
    queue.filter(
      ({ operation, state }) =>
        operation === 'ReportForecast' && (state === 'waiting' || state === 'sending'),
    ),
    (a, b) => b.seq - a.seq,
  ).flatMap(({ variables }) => {
    const input = variables['input'] as Asked &
      ({ grams: number; trend?: undefined } | { trend: 'UP' | 'DOWN' });
    const isIt =
      (input.householdId ?? null) === asked.householdId &&
      input.cropCode === asked.cropCode &&
      input.day === asked.day;
    return isIt ? [input.trend === undefined ? grams(input.grams) : input.trend] : [];
  });
  return last ?? null;
}

/** A member of a cooperative with what it has said for a day. */
export interface Member {
  id: string;
  name: string;
  /** Null: said nothing for that day. Nought is a number. */
  grams: Grams | null;
  /** Crops of late, for reporting in the member's name. */
  before: Grams | null;
}

/** Every household that has reported of late. Names in the order of their last word, as Vietnamese lists go. */
export function membersOf(reports: readonly Report[], day: Day): Member[] {
  const byHousehold = new Map<string, Report[]>();
  for (const report of reports) {
    const known = byHousehold.get(report.household.id);
    if (known) known.push(report);
    else byHousehold.set(report.household.id, [report]);
  }
  const members = [...byHousehold].map(([id, own]): Member => {
    const said = own.filter((report) => report.day === day);
    const earlier = own.filter((report) => report.day < day);
    const last = earlier.reduce<Day | null>(
      (latest, report) => (latest === null || report.day > latest ? report.day : latest),
      null,
    );
    const sum = (rows: readonly Report[]): Grams => sumGrams(rows.map((row) => row.grams));
    return {
      id,
      name: own[0]?.household.name ?? '',
      grams: said.length > 0 ? sum(said) : null,
      before: last === null ? null : sum(earlier.filter((report) => report.day === last)),
    };
  });
  return sorted(members, (a, b) => compareNames(a.name, b.name));
}

/** The Vietnamese way: by the given name, which stands last. */
export function compareNames(one: string, other: string): number {
  const { compare } = new Intl.Collator('vi');
  const lastWord = (name: string): string => name.split(' ').at(-1) ?? name;
  return compare(lastWord(one), lastWord(other)) || compare(one, other);
}

/** Marks and case aside: `Nghĩa` is found by `nghia`. */
export const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase();
