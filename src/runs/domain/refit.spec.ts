import { grams } from '../../kernel/units.js';
import { refit } from './refit.js';

const at = (hour: string): Date => new Date(`2026-08-26T${hour}:00+07:00`);
const stop = (id: string, kg: number, hour: string, state: 'PENDING' | 'SKIPPED' = 'PENDING') => ({
  id: `stop ${id}`,
  kind: 'PICKUP' as const,
  dealId: id,
  grams: grams(kg * 1000),
  plannedAt: at(hour),
  state,
});
const STOPS = [
  stop('A', 400, '05:00'),
  stop('B', 300, '05:40'),
  stop('C', 100, '06:00', 'SKIPPED'),
];

describe('OR-05 how a planned run follows deals that change', () => {
  it('moves the load with the kilograms and leaves skipped stops alone', () => {
    const changed = [
      { dealId: 'A', grams: grams(250_000), hours: null },
      { dealId: 'C', grams: grams(900_000), hours: null },
    ];
    expect(refit(STOPS, changed)).toEqual({
      stops: [{ stopId: 'stop A', dealId: 'A', grams: 250_000, isLeftOut: false }],
      loadAfter: 550_000,
    });
  });

  it.each([
    ['04:00', '05:00', false],
    ['05:00', '09:00', false],
    ['05:01', '09:00', true],
    ['03:00', '04:59', true],
  ])('a stop at 05:00 and new hours from %s to %s: left out is %s', (from, to, isLeftOut) => {
    const hours = { from: at(from), to: at(to) };
    const { stops, loadAfter } = refit(STOPS, [{ dealId: 'A', grams: grams(400_000), hours }]);
    expect(stops).toMatchObject([{ dealId: 'A', isLeftOut }]);
    expect(loadAfter).toBe(isLeftOut ? 300_000 : 700_000);
  });
});
