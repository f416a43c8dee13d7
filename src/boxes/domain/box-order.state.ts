import { refuse, type Refusal } from '../../kernel/refusal.js';

/** The life of an order of boxes. Whoever placed it may step back until it is packed, the seller until it is handed over. */
export const BOX_ORDER_STEPS = {
  PLACED: { confirm: 'CONFIRMED', pack: 'PACKED', handOver: 'HANDED_OVER', cancel: 'CANCELLED' },
  CONFIRMED: { pack: 'PACKED', handOver: 'HANDED_OVER', cancel: 'CANCELLED' },
  PACKED: { handOver: 'HANDED_OVER', cancel: 'CANCELLED' },
  HANDED_OVER: { receive: 'DELIVERED' },
  DELIVERED: {},
  CANCELLED: {},
} as const satisfies Record<string, Record<string, string>>;

export type BoxOrderState = keyof typeof BOX_ORDER_STEPS;
export type BoxOrderStep = 'confirm' | 'pack' | 'handOver' | 'receive' | 'cancel';
export type BoxSide = 'BUYER' | 'SELLER';

const isBuyers = (step: BoxOrderStep): boolean => step === 'receive';

export function afterBoxStep(
  state: BoxOrderState,
  step: BoxOrderStep,
  by: BoxSide,
): BoxOrderState | Refusal<'BOX_STEP_NOT_ALLOWED'> {
  const steps: Partial<Record<BoxOrderStep, BoxOrderState>> = BOX_ORDER_STEPS[state];
  const next = steps[step];
  const mayStep =
    step === 'cancel' ? by === 'SELLER' || state !== 'PACKED' : isBuyers(step) === (by === 'BUYER');
  return next && mayStep ? next : refuse('BOX_STEP_NOT_ALLOWED', { state, step });
}
