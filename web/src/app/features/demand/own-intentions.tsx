import { dayOf } from '../../../../../src/kernel/day.js';
import { useRead } from '../../offline/use-read.js';
import { LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Chip } from '../../ui/chips.js';
import { named } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import { MyIntentions } from './intention-documents.js';
import { say } from './intention-words.js';

/** PL-09: who means to take what the household foretold; nothing while nobody does. */
export function OwnIntentions() {
  const words = say();
  const { data } = useRead(MyIntentions, {});
  const today = dayOf(new Date());
  const meant = (data?.myIntentions ?? []).filter(({ state }) => state !== 'DROPPED');
  if (meant.length === 0) return null;
  return (
    <Card title={words.mine}>
      {meant.map(({ id, buyerName, grams, crop, day, state }) => (
        <p class="row apart wrap" key={id}>
          <span>
            {words.mineLine(buyerName, fmt().load(grams), named(crop), fmt().nearDay(day, today))}
          </span>
          <Chip tone={state === 'CONFIRMED' ? 'green' : 'plain'} icon="clock">
            {words.state[state]}
          </Chip>
        </p>
      ))}
      <p class="earth">{words.mineNote}</p>
      <LinkButton isWide icon="stall" href="/app/lo/moi">
        {words.offer}
      </LinkButton>
    </Card>
  );
}
