import { dayOf, isDay } from '../../../../../src/kernel/day.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Chip } from '../../ui/chips.js';
import type { IconName } from '../../ui/icon.js';
import type { Tone } from '../../ui/picture-button.js';
import { titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import type { Occurrence } from './documents.js';
import { lineText } from './texts.js';
import { say } from './words.js';

const LOOKS: Record<Occurrence['state'], { tone: Tone; icon: IconName }> = {
  PLANNED: { tone: 'plain', icon: 'calendar' },
  SKIPPED: { tone: 'plain', icon: 'cross' },
  EMPTY: { tone: 'amber', icon: 'waiting' },
  OPENED: { tone: 'blue', icon: 'order' },
};

interface OccurrenceCardProps {
  occurrence: Occurrence;
  /** Where one time is changed alone; null while nothing can be. */
  editPath: string | null;
  isRunning: boolean;
  onSkip: () => void;
  onKeep: () => void;
}

/** One time, what becomes of it, and what may be done about it. */
export function OccurrenceCard(props: OccurrenceCardProps) {
  const { occurrence, editPath, isRunning, onSkip, onKeep } = props;
  const words = say();
  const now = new Date();
  const { day, state, order, emptyReason } = occurrence;
  const isOver = new Date(occurrence.readyFrom) <= now;
  const isAhead = !isOver && editPath !== null;
  const opensAt = new Date(occurrence.opensAt);
  return (
    <Card
      title={titled(isDay(day) ? fmt().nearDay(day, dayOf(now)) : day)}
      aside={
        <Chip {...LOOKS[state]}>
          {state === 'EMPTY' && isOver ? words.emptyPast : words.occurrence[state]}
        </Chip>
      }
    >
      {state !== 'SKIPPED' &&
        occurrence.lines.map((line) => (
          <p key={line.grade.code}>
            {lineText(line)}
            {occurrence.isChanged && ` (${words.changed})`}
          </p>
        ))}
      {state === 'PLANNED' && isRunning && (
        <p class="earth">
          {opensAt > now ? words.opens(fmt().moment(opensAt, now)) : words.opensSoon}
        </p>
      )}
      {emptyReason && (
        <p class="earth">{(isOver ? words.pastReasons : words.reasons)[emptyReason]}</p>
      )}
      {order && (
        <LinkButton href={`/app/gom/${order.id}`} icon="order" isWide>
          {words.toOrder(order.number)}
        </LinkButton>
      )}
      {isAhead && (state === 'PLANNED' || state === 'EMPTY') && (
        <div class="pair">
          <LinkButton href={editPath} icon="edit">
            {words.edit}
          </LinkButton>
          <Button look="quiet" icon="cross" onPress={onSkip}>
            {words.skip}
          </Button>
        </div>
      )}
      {isAhead && state === 'SKIPPED' && (
        <Button icon="undo" isWide onPress={onKeep}>
          {words.keep}
        </Button>
      )}
    </Card>
  );
}
