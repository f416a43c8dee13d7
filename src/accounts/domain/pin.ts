import { refuse, type Refusal } from '../../kernel/refusal.js';

/** Wrong tries in a row before a profile opens by a code alone. */
export const MOST_PIN_TRIES = 5;

/** Four digits that are not the first anybody would try: one digit four times, or a run up or down. */
export function checkPin(pin: string): Refusal<'PIN_SHAPE' | 'PIN_EASY'> | undefined {
  if (!/^\d{4}$/.test(pin)) return refuse('PIN_SHAPE', {}, 'pin');
  const digits = pin.split('').map(Number);
  const steps = new Set(digits.slice(1).map((digit, at) => digit - (digits[at] ?? 0)));
  const [step] = steps;
  const isRun = steps.size === 1 && step !== undefined && Math.abs(step) <= 1;
  return isRun ? refuse('PIN_EASY', {}, 'pin') : undefined;
}
