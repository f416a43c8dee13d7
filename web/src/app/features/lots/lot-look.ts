import type { ComponentProps } from 'preact';
import type { Chip } from '../../ui/chips.js';
import type { Lot } from './documents.js';

type Look = Pick<ComponentProps<typeof Chip>, 'tone' | 'icon'>;

const LOOKS = {
  DRAFT: { tone: 'plain', icon: 'edit' },
  PUBLISHED: { tone: 'blue', icon: 'stall' },
  ASKED: { tone: 'amber', icon: 'chat' },
  PAUSED: { tone: 'plain', icon: 'lock' },
  SOLD: { tone: 'green', icon: 'check' },
  EXPIRED: { tone: 'plain', icon: 'clock' },
  WITHDRAWN: { tone: 'plain', icon: 'cross' },
  SPOILED: { tone: 'plain', icon: 'cross' },
  MERGED: { tone: 'plain', icon: 'check' },
} as const satisfies Record<string, Look>;

type Standing = keyof typeof LOOKS;

/** Where a lot stands, as its household sees it: somebody has asked for a part of it, or why it is over. */
export function standingOf({
  state,
  closeReason,
  grades,
}: Pick<Lot, 'state' | 'closeReason' | 'grades'>): { standing: Standing } & Look {
  const isAsked = grades.some(({ reservedGrams }) => reservedGrams > 0);
  const standing =
    state === 'CLOSED'
      ? (closeReason ?? 'WITHDRAWN')
      : state === 'PUBLISHED' && isAsked
        ? 'ASKED'
        : state;
  return { standing, ...LOOKS[standing] };
}
