import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { useDeed } from '../../api/use-deed.js';
import { useRead } from '../../offline/use-read.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { BindingSheet } from '../../ui/binding-sheet.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Chip, KeptNote } from '../../ui/chips.js';
import { Icon } from '../../ui/icon.js';
import { NotDone } from '../../ui/not-done.js';
import { ConfirmSheet } from '../../ui/sheet.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { named, titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import { CounterForm } from './counter-form.js';
import { OneTalk, SayNo, SayYes, TakeOfferBack } from './documents.js';
import { OfferSlip, type Talk } from './offer-slip.js';
import { TalkFacts } from './talk-facts.js';
import { TalkWords } from './talk-words.js';
import { say } from './words.js';

/** One negotiation: the live offer, whose turn it is, what to know before saying yes, and all that went before. */
export default function TalkScreen({ params }: RouteProps) {
  const words = say();
  const id = params['id'] ?? '';
  const { data, at, isKept, isLoading, fault, refresh } = useRead(OneTalk, { id });
  const [isCountering, setCountering] = useState(false);
  const talk = data?.negotiation;
  if (talk && isCountering) {
    return (
      <CounterForm
        talk={talk}
        onDone={() => {
          setCountering(false);
          refresh();
        }}
        onBack={() => setCountering(false)}
      />
    );
  }
  return (
    <Screen
      title={talk ? `${words.title} · ${titled(named(talk.crop))}` : words.title}
      code="N2"
      back="/app/mac-ca"
    >
      <div class="stack">
        {isKept && at && <KeptNote at={at} />}
        {!data && isLoading && <Skeleton rows={3} height={10} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && !talk && (
          <EmptyState picture={<Icon name="search" size={56} />} title={words.noTalk} />
        )}
        {talk && <OpenTalk talk={talk} onChanged={refresh} onCounter={() => setCountering(true)} />}
      </div>
    </Screen>
  );
}

interface OpenTalkProps {
  talk: Talk;
  onChanged: () => void;
  onCounter: () => void;
}

function OpenTalk({ talk, onChanged, onCounter }: OpenTalkProps) {
  const words = say();
  const live = talk.offers.at(-1);
  // oxlint-disable-next-line unicorn/no-array-reverse
  const earlier = talk.offers.slice(0, -1).reverse();
  const other =
    talk.mySide === 'SELLER'
      ? talk.buyer.name
      : (talk.household?.name ?? words.hiddenHousehold(talk.commune.name));
  return (
    <>
      <p class="row apart">
        <b>{other}</b>
        <TurnChip talk={talk} />
      </p>
      {talk.isPhoneDeal && <p class="earth">{words.phoneDeal}</p>}
      {live && <OfferSlip offer={live} mySide={talk.mySide} />}
      {talk.turn !== null && (
        <p>{words.before(fmt().moment(new Date(talk.expiresAt), new Date()))}</p>
      )}
      <Answers talk={talk} onChanged={onChanged} onCounter={onCounter} />
      <TalkFacts talk={talk} />
      {earlier.length > 0 && (
        <details class="card fold">
          <summary>
            <b>{words.history(fmt().number(earlier.length))}</b>
          </summary>
          <div class="stack">
            {earlier.map((offer) => (
              <OfferSlip key={offer.id} offer={offer} mySide={talk.mySide} />
            ))}
          </div>
        </details>
      )}
      <TalkWords talk={talk} onSaid={onChanged} />
      <Button look="quiet" icon="download" isWide onPress={() => keep(talk.evidence)}>
        {words.save}
      </Button>
    </>
  );
}

function TurnChip({ talk }: { talk: Talk }) {
  const words = say();
  if (talk.turn === null) {
    const isDeal = talk.state === 'ACCEPTED';
    return (
      <Chip tone={isDeal ? 'blue' : 'plain'} icon={isDeal ? 'order' : 'cross'}>
        {words.states[talk.state]}
      </Chip>
    );
  }
  const isMine = talk.turn === talk.mySide;
  return (
    <Chip tone={isMine ? 'amber' : 'plain'} icon={isMine ? 'chat' : 'clock'}>
      {isMine ? words.myTurn : words.theirTurn}
    </Chip>
  );
}

function Answers({ talk, onChanged, onCounter }: OpenTalkProps) {
  const words = say();
  const { route } = useLocation();
  const deed = useDeed();
  const [asking, setAsking] = useState<'yes' | 'no' | 'back' | null>(null);
  const which = { negotiationId: talk.id, seq: talk.liveSeq };
  const live = talk.offers.at(-1);

  const accept = async (): Promise<undefined> => {
    const done = await deed.run(SayYes, which);
    // The deal, with its number, is the two sides' next page; a trader's deals hang on their order.
    if (done?.dealId && talk.mySide === 'SELLER') route(`/app/don/${done.dealId}`);
    else onChanged();
  };
  const end = async (document: typeof SayNo | typeof TakeOfferBack): Promise<void> => {
    setAsking(null);
    await deed.run(document as typeof SayNo, which);
    onChanged();
  };

  if (talk.dealId && talk.mySide === 'SELLER') {
    return (
      <LinkButton look="main" icon="order" isWide href={`/app/don/${talk.dealId}`}>
        {words.toDeal}
      </LinkButton>
    );
  }
  if (talk.turn === null) return null;
  return (
    <>
      <NotDone why={deed.notDone} />
      {talk.turn === talk.mySide ? (
        <>
          <Button
            look="main"
            icon="check"
            isWide
            isDisabled={deed.isBusy}
            onPress={() => setAsking('yes')}
          >
            {talk.isPhoneDeal ? words.confirmPhone : words.accept}
          </Button>
          <Button icon="chat" isWide isDisabled={deed.isBusy} onPress={onCounter}>
            {words.counter}
          </Button>
          <Button
            look="stop"
            icon="cross"
            isWide
            isDisabled={deed.isBusy}
            onPress={() => setAsking('no')}
          >
            {words.reject}
          </Button>
        </>
      ) : (
        <Button icon="undo" isWide isDisabled={deed.isBusy} onPress={() => setAsking('back')}>
          {words.withdraw}
        </Button>
      )}
      <BindingSheet
        title={words.acceptAsk(fmt().vnd(live?.amountVnd ?? 0))}
        yes={words.yes}
        no={words.notYet}
        isOpen={asking === 'yes'}
        send={accept}
        onClose={() => setAsking(null)}
      >
        <p>{words.acceptNote}</p>
      </BindingSheet>
      <ConfirmSheet
        title={asking === 'back' ? words.withdrawAsk : words.rejectAsk}
        note={words.rejectNote}
        yes={asking === 'back' ? words.withdraw : words.reject}
        no={words.keep}
        isOpen={asking === 'no' || asking === 'back'}
        onYes={() => void end(asking === 'back' ? TakeOfferBack : SayNo)}
        onNo={() => setAsking(null)}
      />
    </>
  );
}

/** The record as a text file on the phone. */
function keep(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = say().fileName;
  link.click();
  URL.revokeObjectURL(url);
}
