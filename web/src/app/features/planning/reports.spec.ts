import type { Day } from '../../../../../src/kernel/day.js';
import type { Id } from '../../../../../src/kernel/id.js';
import { kilograms } from '../../../../../src/kernel/units.js';
import type { Waiting } from '../../offline/queue.js';
import type { Report } from './documents.js';
import { cropReports, membersOf, ownRange, plain, unsentReport } from './reports.js';

const day = (text: string) => text as Day;
const NA = { code: 'NA', nameVi: 'na', nameEn: 'sugar apple' };
const DUA = { code: 'DUA_LE', nameVi: 'dưa lê', nameEn: 'melon' };

const report = (on: string, kg: number, rest: Partial<Report> = {}): Report => ({
  id: `${on}-${kg}`,
  day: day(on),
  grams: kilograms(kg),
  source: 'GROWER',
  crop: NA,
  household: { id: 'h1', name: 'Hộ Giáp Thị Lan' },
  ...rest,
});

describe('what a household reported', () => {
  it('PL-03 offers the newest number before the day, whichever order the reports come in', () => {
    const reports = [
      report('2026-11-24', 210),
      report('2026-11-22', 300),
      report('2026-11-23', 250),
    ];
    expect(cropReports(reports, day('2026-11-25'))).toEqual([
      { crop: NA, today: null, before: { day: '2026-11-24', grams: kilograms(210) } },
    ]);
    expect(cropReports(reports, day('2026-11-24'))).toEqual([
      {
        crop: NA,
        today: kilograms(210),
        before: { day: '2026-11-23', grams: kilograms(250) },
      },
    ]);
  });

  it('keeps crops apart, the larger first, and looks at no later day', () => {
    const reports = [
      report('2026-11-23', 40),
      report('2026-11-23', 900, { crop: DUA }),
      report('2026-11-26', 70),
    ];
    expect(cropReports(reports, day('2026-11-25')).map(({ crop }) => crop.code)).toEqual([
      'DUA_LE',
      'NA',
    ]);
  });

  it('keeps the same range from Monday to Sunday, and always the day after tomorrow', () => {
    const range = { from: '2026-11-16', to: '2026-12-02' };
    expect(ownRange(day('2026-11-23'))).toEqual(range);
    expect(ownRange(day('2026-11-29'))).toEqual(range);
    expect(ownRange(day('2026-11-30')).from).toBe('2026-11-23');
  });

  it('UX-09 knows the number that still waits on the phone, the last one written', () => {
    const act = (
      seq: number,
      told: { grams: number } | { trend: 'UP' | 'DOWN' },
      state: Waiting['state'],
    ): Waiting => ({
      operation: 'ReportForecast',
      text: '',
      variables: {
        input: {
          householdId: null,
          cropCode: 'NA',
          day: '2026-11-25',
          ...told,
        },
      },
      objectKey: '',
      title: '',
      baseVersion: null,
      expiresAt: null,
      photo: null,
      id: `${seq}` as Id,
      seq,
      createdAt: 0,
      notBefore: 0,
      state,
      tries: 0,
      refusal: null,
      settledAt: null,
    });
    const asked = { householdId: null, cropCode: 'NA', day: day('2026-11-25') };
    const kg300 = { grams: kilograms(300) };
    const written = [act(1, kg300, 'waiting'), act(2, { grams: kilograms(320) }, 'waiting')];
    expect(unsentReport(written, asked)).toBe(kilograms(320));
    expect(unsentReport([act(1, kg300, 'sent')], asked)).toBeNull();
    expect(unsentReport(written, { ...asked, cropCode: 'VAI' })).toBeNull();
    // An arrow carries no number.
    expect(unsentReport([...written, act(3, { trend: 'UP' }, 'waiting')], asked)).toBe('UP');
  });
});

describe('the members of a cooperative', () => {
  it('PL-05 tells nothing reported from nought, and orders names by their last word', () => {
    const lan = { id: 'h1', name: 'Hộ Giáp Thị Lan' };
    const an = { id: 'h2', name: 'Hộ Vũ Văn Ân' };
    const reports = [
      report('2026-11-24', 210, { household: lan }),
      report('2026-11-24', 50, { household: lan, crop: DUA }),
      report('2026-11-25', 0, { household: an }),
    ];
    expect(membersOf(reports, day('2026-11-25'))).toEqual([
      { ...an, grams: kilograms(0), before: null },
      { ...lan, grams: null, before: kilograms(260) },
    ]);
  });

  it('are found without marks', () => {
    expect(plain('Hộ Đỗ Thị Nghĩa')).toBe('ho do thi nghia');
  });
});
