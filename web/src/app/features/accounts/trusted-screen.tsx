import { useLocation } from 'preact-iso/router';
import type { Id } from '../../../../../src/kernel/id.js';
import { ask } from '../../api/ask.js';
import { useLater } from '../../offline/use-later.js';
import { useRead } from '../../offline/use-read.js';
import { session } from '../../session.js';
import { Screen } from '../../shell/screen.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { KeptNote } from '../../ui/chips.js';
import { Icon } from '../../ui/icon.js';
import { More } from '../../ui/more.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { beginLot } from '../lots/offer-lot.js';
import { GrantsToMe } from './grant-documents.js';
import { say } from './grant-words.js';

interface Trusting {
  name: string;
  powers: readonly string[];
  sells: boolean;
}

/** The households that let the acting party do things for them, and what it may do. */
export default function TrustedScreen() {
  const words = say();
  const { route } = useLocation();
  const { data, at, isKept, isLoading, fault, refresh } = useRead(GrantsToMe, {});
  const isClerk = session.value?.role === 'COOP_CLERK';
  const list = useLater(
    data?.grantsToMe,
    async (after) => (await ask(GrantsToMe, { after })).grantsToMe,
  );
  const households = new Map<string, Trusting>();
  for (const { grantor, power } of list.nodes) {
    const before = households.get(grantor.id);
    households.set(grantor.id, {
      name: grantor.name,
      powers: [...(before?.powers ?? []), words.powers[power]],
      sells: (before?.sells ?? false) || power === 'SELL_FOR',
    });
  }
  const sell = async (id: string, name: string): Promise<void> => {
    route(await beginLot({ household: { id: id as Id, name } }, id));
  };
  return (
    <Screen
      title={words.toMeTitle}
      code="A11"
      back={session.value?.role === 'GROWER' ? '/app/giup' : '/app'}
    >
      <div class="stack">
        <p>{words.toMeIntro}</p>
        {isKept && at && <KeptNote at={at} />}
        {!data && isLoading && <Skeleton rows={3} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && households.size === 0 && (
          <EmptyState
            picture={<Icon name="people" size={56} />}
            title={words.toMeNone}
            note={words.toMeNoneNote}
          />
        )}
        {[...households].map(([id, { name, powers, sells }]) => (
          <Card key={id} title={name}>
            <p class="earth">{powers.join(' · ')}</p>
            {isClerk && (
              <LinkButton look="quiet" isWide href={`/app/xin-phep/${id}`}>
                {words.word}
              </LinkButton>
            )}
            {sells && (
              <div class="pair">
                <LinkButton
                  isWide
                  icon="edit"
                  href={`/app/bao?ho=${id}&ten=${encodeURIComponent(name)}`}
                >
                  {words.report}
                </LinkButton>
                <Button isWide icon="stall" onPress={() => void sell(id, name)}>
                  {words.sell}
                </Button>
              </div>
            )}
          </Card>
        ))}
        <More of={list} />
      </div>
    </Screen>
  );
}
