import { useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import type { Id } from '../../../../../src/kernel/id.js';
import { ask } from '../../api/ask.js';
import { isOnline } from '../../api/line.js';
import type { ResultOf } from '../../api/graphql.js';
import { useDeed } from '../../api/use-deed.js';
import { useLater, type Later } from '../../offline/use-later.js';
import { useRead } from '../../offline/use-read.js';
import { session } from '../../session.js';
import { Screen } from '../../shell/screen.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { More } from '../../ui/more.js';
import { ReasonSheet } from '../../ui/reason-sheet.js';
import { ErrorState, Skeleton } from '../../ui/states.js';
import { named, titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import {
  ClaimedEndings,
  DecideEnding,
  DecideWithdrawal,
  WithdrawalsToDecide,
} from './force-majeure-documents.js';
import { say } from './force-majeure-words.js';
import { say as sayCause } from './words.js';

type Ending = ResultOf<typeof ClaimedEndings>['dealEndings']['nodes'][number];
type Withdrawal = ResultOf<typeof WithdrawalsToDecide>['withdrawalsToDecide']['nodes'][number];

const when = (instant: unknown): string => fmt().moment(new Date(String(instant)), new Date());

/** Who gave a deal up, or took a promised lot back, because nobody could help it: the office confirms, or does not. */
export default function ForceMajeureScreen() {
  const words = say();
  return (
    <Screen title={words.title} code="O11" back="/app/vp">
      <div class="stack loose">
        <p>{words.intro}</p>
        {session.value?.role === 'COMMUNE_OFFICER' && <Withdrawals />}
        <Endings />
      </div>
    </Screen>
  );
}

/** Lots that were taken back before a deal was made are the commune's to judge. */
function Withdrawals() {
  const read = useRead(WithdrawalsToDecide, {});
  const list = useLater(
    read.data?.withdrawalsToDecide,
    async (after) => (await ask(WithdrawalsToDecide, { after })).withdrawalsToDecide,
  );
  return (
    <Waiting title={say().withdrawn} none={say().noneWithdrawn} list={list} read={read}>
      {list.nodes.map((one) => (
        <OneWithdrawal key={one.id} one={one} onDone={read.refresh} />
      ))}
    </Waiting>
  );
}

function Endings() {
  const read = useRead(ClaimedEndings, {});
  const list = useLater(
    read.data?.dealEndings,
    async (after) => (await ask(ClaimedEndings, { after })).dealEndings,
  );
  return (
    <Waiting title={say().ended} none={say().noneEnded} list={list} read={read}>
      {list.nodes.map((one) => (
        <OneEnding key={one.dealId} one={one} onDone={read.refresh} />
      ))}
    </Waiting>
  );
}

interface WaitingProps {
  title: string;
  none: string;
  list: Later<unknown>;
  read: Pick<ReturnType<typeof useRead>, 'data' | 'isLoading' | 'fault' | 'refresh'>;
  children: ComponentChildren;
}

function Waiting({
  title,
  none,
  list,
  read: { data, isLoading, fault, refresh },
  children,
}: WaitingProps) {
  return (
    <section class="stack">
      <h2>{title}</h2>
      {!data && isLoading && <Skeleton rows={1} height={12} />}
      {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
      {data !== undefined && list.nodes.length === 0 && <p class="earth">{none}</p>}
      {children}
      <More of={list} />
    </section>
  );
}

function OneWithdrawal({ one, onDone }: { one: Withdrawal; onDone: () => void }) {
  const words = say();
  const deed = useDeed();
  const decide = async (isConfirmed: boolean, note: string): Promise<boolean> => {
    const wish = { lotId: one.id as Id, isConfirmed, note };
    const isDone = (await deed.run(DecideWithdrawal, wish)) !== undefined;
    if (isDone) onDone();
    return isDone;
  };
  return (
    <Card title={one.householdName}>
      <p>
        {one.crop && `${titled(named(one.crop))}, `}
        {when(one.createdAt)}
      </p>
      <p>{words.broken(one.brokenCount, fmt().kg(one.brokenGrams))}</p>
      {one.note && <p>{words.said(one.note)}</p>}
      <Verdict id={one.id} deed={deed} onDecide={decide} />
    </Card>
  );
}

function OneEnding({ one, onDone }: { one: Ending; onDone: () => void }) {
  const words = say();
  const deed = useDeed();
  const { deal } = one;
  const decide = async (isConfirmed: boolean, note: string): Promise<boolean> => {
    const wish = { dealId: one.dealId, isConfirmed, note };
    const isDone = (await deed.run(DecideEnding, wish)) !== undefined;
    if (isDone) onDone();
    return isDone;
  };
  return (
    <Card title={deal ? words.sides(deal.household.name, deal.buyer.name) : ''}>
      <p>
        <b>{words.gaveUp[one.atFault]}</b>, {when(one.endedAt)}
      </p>
      <p>
        {deal && `${titled(named(deal.crop))} ${fmt().kg(deal.totalGrams)}, ${deal.number}. `}
        {sayCause().causes[one.cause]}.
      </p>
      {[one.note, one.reply].map((text) => text && <p key={text}>{words.said(text)}</p>)}
      <Verdict id={one.dealId} deed={deed} onDecide={decide} />
    </Card>
  );
}

interface VerdictProps {
  id: string;
  deed: ReturnType<typeof useDeed>;
  onDecide: (isConfirmed: boolean, note: string) => Promise<boolean>;
}

function Verdict({ id, deed, onDecide }: VerdictProps): ComponentChildren {
  const words = say();
  const [asked, setAsked] = useState<'YES' | 'NO' | null>(null);
  return (
    <>
      <div class="pair">
        <Button look="main" isWide isDisabled={!isOnline.value} onPress={() => setAsked('YES')}>
          {words.confirm}
        </Button>
        <Button look="stop" isWide isDisabled={!isOnline.value} onPress={() => setAsked('NO')}>
          {words.refuse}
        </Button>
      </div>
      {(['YES', 'NO'] as const).map((answer) => {
        const isYes = answer === 'YES';
        return (
          <ReasonSheet
            key={answer}
            draftKey={`force-majeure:${answer}:${id}`}
            title={isYes ? words.confirmWhy : words.refuseWhy}
            reasons={isYes ? words.confirmReasons : words.refuseReasons}
            send={isYes ? words.confirm : words.refuse}
            isOpen={asked === answer}
            isBusy={deed.isBusy}
            notDone={deed.notDone}
            onClose={() => setAsked(null)}
            onSend={(note) => onDecide(isYes, note)}
          />
        );
      })}
    </>
  );
}
