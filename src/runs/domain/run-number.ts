import type { Day } from '../../kernel/day.js';

/**
 * A number to say on the phone: `CH-1123-0042` is month, day and serial.
 * @param serial never given twice, on any day
 */
export const runNumber = (on: Day, serial: number): string =>
  `CH-${on.slice(5, 7)}${on.slice(8, 10)}-${String(serial).padStart(4, '0')}`;
