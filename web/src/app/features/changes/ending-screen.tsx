import { useState } from 'preact/hooks';
import type { ResultOf } from '../../api/graphql.js';
import { useDeed } from '../../api/use-deed.js';
import { useDraft } from '../../offline/use-draft.js';
import { useRead } from '../../offline/use-read.js';
import { session } from '../../session.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Chip, KeptNote } from '../../ui/chips.js';
import { Switch, TextField } from '../../ui/field.js';
import { Icon } from '../../ui/icon.js';
import { NotDone } from '../../ui/not-done.js';
import { saidAt, saidElsewhere } from '../../ui/said-at.js';
import { Slip } from '../../ui/slip.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { fmt } from '../../words/words.js';
import { DealToEnd, ReplyToBreach } from './documents.js';
import { GiveUp } from './give-up.js';
import { sumLines } from './sums.js';
import { say } from './words.js';

type Deal = NonNullable<ResultOf<typeof DealToEnd>['deal']>;
type Ending = NonNullable<Deal['ending']>;

const LONGEST = 500;
const when = (instant: string): string => fmt().moment(new Date(instant), new Date());

/** A deal that cannot be kept: giving it up with what follows shown, or how it ended and what was said about it. */
export default function EndingScreen({ params }: RouteProps) {
  const words = say();
  const { data, at, isKept, isLoading, fault, refresh } = useRead(DealToEnd, {
    id: params['id'] ?? '',
  });
  const deal = data?.deal;
  const side = session.value?.role === 'TRADER' ? 'BUYER' : 'SELLER';
  const back = side === 'BUYER' ? `/app/gom/${deal?.orderId ?? ''}` : `/app/don/${params['id']}`;
  return (
    <Screen title={words.title} code="B9" back={back}>
      <div class="stack">
        {isKept && at && <KeptNote at={at} />}
        {!data && isLoading && <Skeleton rows={2} height={14} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && !deal && (
          <EmptyState picture={<Icon name="search" size={56} />} title={words.noDeal} />
        )}
        {deal && (
          <Card title={deal.number}>
            <p>
              {deal.buyer.name} – {deal.household.name}
            </p>
            <p>
              <b class="num">{fmt().kg(deal.totalGrams)}</b>, {when(deal.readyFrom)}
            </p>
            {deal.state === 'COMMITTED' && deal.releaseBy && (
              <p>{words.heldUntil(when(deal.releaseBy))}</p>
            )}
            <p class="earth">{termsText(deal)}</p>
          </Card>
        )}
        {deal?.state === 'COMMITTED' && (
          <GiveUp dealId={deal.id} number={deal.number} side={side} onDone={refresh} />
        )}
        {deal && (deal.state === 'WEIGHED' || deal.state === 'PAID') && <p>{words.over}</p>}
        {deal?.state === 'CANCELLED' && isReplaced(deal.ending) && (
          <Card title={words.replaced}>
            <p>
              {words.replacedNote(deal.runStop?.plate ?? '')}
              {deal.runStop?.issue && ` “${deal.runStop.issue}”`}
            </p>
          </Card>
        )}
        {deal?.ending && (
          <Ended
            dealId={deal.id}
            ending={deal.ending}
            isMine={deal.ending.atFault === side}
            onDone={refresh}
          />
        )}
      </div>
    </Screen>
  );
}

/** Others gave in its place at the gate; of that nobody but the truck has spoken. */
const isReplaced = (ending: Ending | null): boolean =>
  !ending || (ending.cause === 'NOT_READY' && ending.saidBy === null);

function termsText({ cancelTerms }: Deal): string {
  const words = say();
  const { afterDispatchBp, atGateBp } = cancelTerms;
  return atGateBp === 0
    ? words.noTerms
    : words.agreedTerms(fmt().number(afterDispatchBp / 100), fmt().number(atGateBp / 100));
}

interface EndedProps {
  dealId: string;
  ending: Ending;
  /** The reader is on the side at fault. */
  isMine: boolean;
  onDone: () => void;
}

function Ended({ dealId, ending, isMine, onDone }: EndedProps) {
  const words = say();
  const isOpen = new Date() <= new Date(ending.replyUntil);
  return (
    <>
      <Slip
        title={words.ended}
        aside={<span class="num">{when(ending.endedAt)}</span>}
        lines={[
          { label: words.reason, value: words.causes[ending.cause] },
          { label: words.fault, value: words.sides[ending.atFault] },
          { label: words.place, value: words.stages[ending.stage] },
          ...(ending.forceMajeure === 'CONFIRMED' ? [] : sumLines(ending)),
        ]}
      >
        <p class="earth">
          {words.by[ending.saidBy ?? 'CLOCK']}
          {ending.note && `: “${ending.note}”`}
        </p>
      </Slip>
      {ending.forceMajeure && (
        <Chip tone={ending.forceMajeure === 'CONFIRMED' ? 'green' : 'amber'} icon="shield">
          {words.office[ending.forceMajeure]}
        </Chip>
      )}
      {ending.decisionNote && <p>“{ending.decisionNote}”</p>}
      {ending.reply === null && isMine && isOpen ? (
        <Reply {...{ dealId, ending, onDone }} />
      ) : (
        <Card title={words.replyTitle}>
          <p>
            {ending.reply
              ? `“${ending.reply}”`
              : isOpen
                ? words.noReply(when(ending.replyUntil))
                : words.noReplyCame}
          </p>
        </Card>
      )}
    </>
  );
}

function Reply({ dealId, ending, onDone }: Omit<EndedProps, 'isMine'>) {
  const words = say();
  const key = `breach-reply:${dealId}`;
  const deed = useDeed(key);
  const { value: text = '', change, discard } = useDraft<string>(key, '');
  const [isForceMajeure, setForceMajeure] = useState(false);
  const send = async (): Promise<void> => {
    if (!(await deed.run(ReplyToBreach, { dealId, text, isForceMajeure }))) return;
    discard();
    onDone();
  };
  return (
    <Card title={words.replyMine}>
      <TextField
        id="reply"
        label={words.reply}
        hint={words.replyHint(when(ending.replyUntil))}
        autocomplete="off"
        maxLength={LONGEST}
        error={saidAt(deed.notDone, 'text')}
        value={text}
        onChange={change}
      />
      {ending.forceMajeure === null && (
        <Switch label={words.askOffice} isOn={isForceMajeure} onChange={setForceMajeure} />
      )}
      <NotDone why={saidElsewhere(deed.notDone, 'text')} />
      <Button
        look="main"
        isWide
        isDisabled={deed.isBusy || text.trim() === ''}
        onPress={() => void send()}
      >
        {words.reply}
      </Button>
    </Card>
  );
}
