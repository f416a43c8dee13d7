import { ask } from '../../api/ask.js';
import { queue } from '../../offline/phone.js';
import { useLater } from '../../offline/use-later.js';
import { useRead } from '../../offline/use-read.js';
import { session } from '../../session.js';
import { Screen } from '../../shell/screen.js';
import { LinkButton } from '../../ui/button.js';
import { KeptNote } from '../../ui/chips.js';
import { CropDrawing } from '../../ui/crop-drawing.js';
import { More } from '../../ui/more.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { fmt } from '../../words/words.js';
import { MyLots, type Lot } from './documents.js';
import { LotCard } from './lot-card.js';
import { RepeatLot } from './repeat-lot.js';
import { UnsettledActs } from './unsettled-acts.js';
import { say } from './words.js';

const FIRST = 40;

/** What the household, or the members of a cooperative, have on the market and had before. */
export default function MyLotsScreen() {
  const words = say();
  const { data, at, isKept, isLoading, fault, refresh } = useRead(MyLots, { first: FIRST });
  const isClerk = session.value?.role !== 'GROWER';
  const list = useLater(data?.myLots, async (after) => {
    return (await ask(MyLots, { first: FIRST, after })).myLots;
  });
  const lots = list.nodes;
  const [open, over] = [
    lots.filter(({ state }) => state !== 'CLOSED'),
    lots.filter(({ state }) => state === 'CLOSED'),
  ];
  const last = lots.find(({ state }) => state !== 'DRAFT');
  return (
    <Screen
      title={isClerk ? words.members : words.mine}
      code="A4"
      back="/app"
      action={
        isClerk ? undefined : (
          <LinkButton look="main" isWide icon="plus" href="/app/lo/moi">
            {words.add}
          </LinkButton>
        )
      }
    >
      <div class="stack">
        <UnsettledActs acts={queue.value.filter(({ objectKey }) => objectKey.startsWith('lot:'))} />
        {last && !isClerk && <RepeatLot lot={last} />}
        {!isClerk && (
          <LinkButton isWide look="quiet" icon="copy" href="/app/dan-bai">
            {words.paste}
          </LinkButton>
        )}
        {!isClerk && (
          <LinkButton isWide look="quiet" icon="shield" href="/app/nghi-ban">
            {words.pauseAndPapers}
          </LinkButton>
        )}
        {isKept && at && <KeptNote at={at} />}
        {!data && isLoading && <Skeleton rows={3} height={9} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && lots.length === 0 && (
          <EmptyState
            picture={<CropDrawing code="NA" size={72} />}
            title={words.none}
            note={words.noneNote}
          />
        )}
        <Lots title={words.open} lots={open} namesHousehold={isClerk} />
        {over.length > 0 && (
          <details class="card fold" open={open.length === 0}>
            <summary>
              <b>{words.over(fmt().number(over.length))}</b>
            </summary>
            <Lots lots={over} namesHousehold={isClerk} />
          </details>
        )}
        <More of={list} />
      </div>
    </Screen>
  );
}

interface LotsProps {
  title?: string;
  lots: readonly Lot[];
  namesHousehold: boolean;
}

function Lots({ title, lots, namesHousehold }: LotsProps) {
  if (lots.length === 0) return null;
  return (
    <section class="stack">
      {title && <h2>{title}</h2>}
      {lots.map((lot) => (
        <LotCard key={lot.id} lot={lot} namesHousehold={namesHousehold} />
      ))}
    </section>
  );
}
