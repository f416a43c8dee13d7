import { ask } from '../../api/ask.js';
import type { ResultOf } from '../../api/graphql.js';
import { useLater } from '../../offline/use-later.js';
import { useRead } from '../../offline/use-read.js';
import { session } from '../../session.js';
import { Screen } from '../../shell/screen.js';
import { Chip, KeptNote } from '../../ui/chips.js';
import { Icon } from '../../ui/icon.js';
import { More } from '../../ui/more.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { named } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import { MyTalks } from './documents.js';
import { say } from './words.js';

type Talk = ResultOf<typeof MyTalks>['myNegotiations']['nodes'][number];

/** Every negotiation of this household or firm: those that wait for it first. */
export default function TalksScreen() {
  const words = say();
  const { data, at, isKept, isLoading, fault, refresh } = useRead(MyTalks, {});
  const list = useLater(
    data?.myNegotiations,
    async (after) => (await ask(MyTalks, { after })).myNegotiations,
  );
  const talks = list.nodes;
  const isWaiting = (talk: Talk): boolean => talk.turn === talk.mySide;
  const ordered = [...talks.filter(isWaiting), ...talks.filter((talk) => !isWaiting(talk))];
  return (
    <Screen title={words.title} code="N1" back="/app">
      <div class="stack">
        {isKept && at && <KeptNote at={at} />}
        {!data && isLoading && <Skeleton rows={3} height={10} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && talks.length === 0 && (
          <EmptyState
            picture={<Icon name="chat" size={56} />}
            title={words.none}
            note={session.value?.role === 'TRADER' ? words.noneForBuyer : words.noneForSeller}
          />
        )}
        {ordered.map((talk) => (
          <TalkCard key={talk.id} talk={talk} />
        ))}
        <More of={list} />
      </div>
    </Screen>
  );
}

function TalkCard({ talk }: { talk: Talk }) {
  const words = say();
  const { id, crop, mySide, turn, buyer, household, commune, offers, state, expiresAt } = talk;
  const live = offers.at(-1);
  const other =
    mySide === 'SELLER' ? buyer.name : (household?.name ?? words.hiddenHousehold(commune.name));
  const isMine = turn === mySide;
  return (
    <a class="card link" href={`/app/mac-ca/${id}`}>
      <span class="card-head">
        <b>
          {live && fmt().kg(live.totalGrams)} {named(crop)}
        </b>
        {turn === null ? (
          <Chip
            tone={state === 'ACCEPTED' ? 'blue' : 'plain'}
            icon={state === 'ACCEPTED' ? 'order' : 'cross'}
          >
            {words.states[state]}
          </Chip>
        ) : (
          <Chip tone={isMine ? 'amber' : 'plain'} icon={isMine ? 'chat' : 'clock'}>
            {isMine ? words.myTurn : words.theirTurn}
          </Chip>
        )}
      </span>
      <span>{other}</span>
      {live && <span class="num">{fmt().vnd(live.amountVnd)}</span>}
      {turn !== null && (
        <span class="earth">{words.before(fmt().moment(new Date(expiresAt), new Date()))}</span>
      )}
    </a>
  );
}
