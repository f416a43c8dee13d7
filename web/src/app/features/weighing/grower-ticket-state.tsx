import { Chip } from '../../ui/chips.js';
import type { IconName } from '../../ui/icon.js';
import type { Tone } from '../../ui/picture-button.js';
import { say } from './grower-words.js';

export type TicketState = keyof ReturnType<typeof say>['states'];

const LOOKS: Record<TicketState, { tone: Tone; icon: IconName }> = {
  OPEN: { tone: 'blue', icon: 'scale' },
  SUBMITTED: { tone: 'amber', icon: 'waiting' },
  CONFIRMED: { tone: 'green', icon: 'check' },
  DISPUTED: { tone: 'red', icon: 'warning' },
  VOID: { tone: 'plain', icon: 'cross' },
};

/** Where a ticket stands, in words. */
export const TicketChip = ({ state }: { state: TicketState }) => (
  <Chip {...LOOKS[state]}>{say().states[state]}</Chip>
);
