import { refuse, type Refusal } from '../../kernel/refusal.js';

/**
 * The life of an order. SOURCING gathers answers, ALLOCATED has enough of them, COMMITTED has promised for
 * good; an offer that falls away before the commit sends the order back to SOURCING.
 */
export const ORDER_STEPS = {
  DRAFT: { publish: 'SOURCING', cancel: 'CANCELLED' },
  SOURCING: { allocate: 'ALLOCATED', commit: 'COMMITTED', cancel: 'CANCELLED', expire: 'EXPIRED' },
  ALLOCATED: { refill: 'SOURCING', commit: 'COMMITTED', cancel: 'CANCELLED', expire: 'EXPIRED' },
  COMMITTED: { collect: 'IN_PICKUP', weigh: 'WEIGHED', cancel: 'CANCELLED' },
  IN_PICKUP: { weigh: 'WEIGHED', cancel: 'CANCELLED' },
  WEIGHED: { settle: 'SETTLING' },
  SETTLING: { complete: 'COMPLETED' },
  COMPLETED: {},
  CANCELLED: {},
  EXPIRED: {},
} as const satisfies Record<string, Record<string, string>>;

export type OrderState = keyof typeof ORDER_STEPS;
export type OrderStep =
  | 'publish'
  | 'allocate'
  | 'refill'
  | 'commit'
  | 'collect'
  | 'weigh'
  | 'settle'
  | 'complete'
  | 'cancel'
  | 'expire';

export function afterStep(
  state: OrderState,
  step: OrderStep,
): OrderState | Refusal<'ORDER_STEP_NOT_ALLOWED'> {
  const steps: Partial<Record<OrderStep, OrderState>> = ORDER_STEPS[state];
  return steps[step] ?? refuse('ORDER_STEP_NOT_ALLOWED', { state, step });
}
