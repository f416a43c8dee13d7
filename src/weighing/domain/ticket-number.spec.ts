import { day } from '../../kernel/day.js';
import { ticketNumber } from './ticket-number.js';

describe('the number of a ticket', () => {
  it('WE-11 says month, day and serial, and goes on after 9999', () => {
    expect(ticketNumber(day('2026-11-23'), 42)).toBe('PC-1123-0042');
    expect(ticketNumber(day('2026-08-05'), 12_345)).toBe('PC-0805-12345');
  });
});
