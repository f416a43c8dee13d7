import type { ComponentProps } from 'preact';
import type { Chip } from '../../ui/chips.js';
import type { Verdict } from './post-check.js';

/** Colour and mark of a verdict; the word beside it says the same. */
export const VERDICT_LOOKS: Record<Verdict, Pick<ComponentProps<typeof Chip>, 'tone' | 'icon'>> = {
  GREEN: { tone: 'green', icon: 'check' },
  AMBER: { tone: 'amber', icon: 'warning' },
  RED: { tone: 'red', icon: 'cross' },
};
