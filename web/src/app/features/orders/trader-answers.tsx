import type { ResultOf } from '../../api/graphql.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Chip } from '../../ui/chips.js';
import { fmt, locale } from '../../words/words.js';
import type { OneOrder } from './trader-documents.js';
import { TraderTold } from './trader-told.js';
import { named, say } from './trader-words.js';

export type Order = NonNullable<ResultOf<typeof OneOrder>['order']>;

const LOOKS = {
  OFFERED: { tone: 'amber', icon: 'waiting' },
  ACCEPTED: { tone: 'green', icon: 'check' },
  COMMITTED: { tone: 'green', icon: 'check' },
  WEIGHED: { tone: 'green', icon: 'scale' },
  DECLINED: { tone: 'red', icon: 'cross' },
  EXPIRED: { tone: 'red', icon: 'clock' },
  RELEASED: { tone: 'plain', icon: 'undo' },
} as const;

interface TraderAnswersProps {
  order: Order;
  isBusy: boolean;
  /** Offers once more for what is still missing. */
  onMore: () => void;
}

/** Who has answered what; a household is named once it accepts. */
export function TraderAnswers({ order, isBusy, onMore }: TraderAnswersProps) {
  const words = say();
  const { progress, offers } = order;
  const isVietnamese = locale.value === 'vi';
  return (
    <Card title={words.offers}>
      <p>
        <b>{progress.text}</b> · {fmt().load(progress.acceptedGrams)} /{' '}
        {fmt().load(progress.wantedGrams)}
      </p>
      <progress
        class="progress"
        max={progress.wantedGrams}
        value={progress.acceptedGrams}
        aria-label={progress.text}
      />
      <TraderTold orderId={order.id} />
      <ul class="list">
        {offers.map(({ id, state, grams, askedGrams, vndPerKg, grade, commune, household }) => (
          <li key={id} class="row apart">
            <span>
              <b>
                {grams < askedGrams
                  ? words.part(fmt().kg(grams), fmt().kg(askedGrams))
                  : fmt().kg(grams)}
              </b>{' '}
              {named(grade, isVietnamese)} · {fmt().perKg(vndPerKg)}
              <br />
              <span class="earth">
                {household?.name ?? words.hidden} · {commune.name}
              </span>
            </span>
            <Chip {...LOOKS[state]}>{words.offerStates[state]}</Chip>
          </li>
        ))}
      </ul>
      {progress.acceptedGrams < progress.wantedGrams && progress.waiting === 0 && (
        <Button isWide isDisabled={isBusy} onPress={onMore}>
          {words.offerRest}
        </Button>
      )}
    </Card>
  );
}
