import type { ComponentProps } from 'preact';
import type { Chip } from '../../ui/chips.js';
import type { StopState } from './stops-on-screen.js';

type Look = Pick<ComponentProps<typeof Chip>, 'tone' | 'icon'>;

export type RunState = 'PLANNED' | 'ACCEPTED' | 'DISPATCHED' | 'DELIVERED' | 'CLOSED' | 'CANCELLED';

/** Colour and mark of a run's state; the word beside it says the same. */
export const RUN_LOOKS: Record<RunState, Look> = {
  PLANNED: { tone: 'amber', icon: 'waiting' },
  ACCEPTED: { tone: 'blue', icon: 'check' },
  DISPATCHED: { tone: 'blue', icon: 'truck' },
  DELIVERED: { tone: 'green', icon: 'check' },
  CLOSED: { tone: 'green', icon: 'check' },
  CANCELLED: { tone: 'red', icon: 'cross' },
};

export const STOP_LOOKS: Record<StopState, Look> = {
  PENDING: { tone: 'plain', icon: 'pin' },
  ARRIVED: { tone: 'blue', icon: 'truck' },
  DONE: { tone: 'green', icon: 'check' },
  PARTIAL: { tone: 'amber', icon: 'warning' },
  FAILED: { tone: 'red', icon: 'cross' },
  SKIPPED: { tone: 'plain', icon: 'minus' },
};
