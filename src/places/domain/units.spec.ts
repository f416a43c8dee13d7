import { day } from '../../kernel/day.js';
import { isInForce, unitOn, type AdminUnit } from './units.js';

const unit = (id: string, over: Partial<AdminUnit>): AdminUnit => ({
  id,
  code: '07450',
  name: id,
  kind: 'COMMUNE',
  parentId: null,
  validFrom: '2020-01-01',
  validTo: null,
  successorId: null,
  lat: null,
  lon: null,
  isGiNaDai: false,
  ...over,
});

const before = unit('Đông Hưng', { validTo: '2025-06-30', successorId: 'Đông Phú' });
const after = unit('Đông Phú', { validFrom: '2025-07-01' });
const byId = new Map([before, after].map((one) => [one.id, one]));

describe('the same code means another commune after the reform', () => {
  it('keeps the old unit until the last day it was in force', () => {
    expect(isInForce(before, day('2025-06-30'))).toBe(true);
    expect(isInForce(before, day('2025-07-01'))).toBe(false);
    expect(unitOn(before, day('2021-07-23'), byId)).toBe(before);
  });

  it('answers with the successor from the day of the reform', () => {
    expect(unitOn(before, day('2025-07-01'), byId)).toBe(after);
  });

  it('answers with the newest known unit when a successor is missing', () => {
    expect(unitOn(before, day('2026-01-01'), new Map())).toBe(before);
  });
});
