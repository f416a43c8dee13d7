import type { ComponentProps } from 'preact';
import type { Chip } from '../../ui/chips.js';

type Look = Pick<ComponentProps<typeof Chip>, 'tone' | 'icon'>;

const LOOKS: Record<string, Look> = {
  SOURCING: { tone: 'amber', icon: 'waiting' },
  ALLOCATED: { tone: 'amber', icon: 'waiting' },
  COMMITTED: { tone: 'blue', icon: 'check' },
  IN_PICKUP: { tone: 'blue', icon: 'truck' },
  WEIGHED: { tone: 'green', icon: 'scale' },
  SETTLING: { tone: 'amber', icon: 'money' },
  COMPLETED: { tone: 'green', icon: 'check' },
  CANCELLED: { tone: 'red', icon: 'cross' },
  EXPIRED: { tone: 'red', icon: 'cross' },
};

/** Colour and mark of an order's state; the word beside it says the same. */
export const stateLook = (state: string): Look => LOOKS[state] ?? { tone: 'plain', icon: 'edit' };
