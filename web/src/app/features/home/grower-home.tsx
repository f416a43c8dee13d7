import { useEffect } from 'preact/hooks';
import { isOnline } from '../../api/line.js';
import { useRead } from '../../offline/use-read.js';
import { session } from '../../session.js';
import { Screen } from '../../shell/screen.js';
import { sorted } from '../../sorted.js';
import { LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Chip, KeptNote } from '../../ui/chips.js';
import { CountDown } from '../../ui/count-down.js';
import { CropDrawing } from '../../ui/crop-drawing.js';
import { Icon } from '../../ui/icon.js';
import { BigPictureButton, PictureGrid } from '../../ui/picture-button.js';
import { ErrorState, Skeleton } from '../../ui/states.js';
import { named } from '../../words/named.js';
import { fmt, say as shell } from '../../words/words.js';
import { followServer } from '../accounts/session-of.js';
import { MyLots } from '../lots/documents.js';
import { RepeatLot } from '../lots/repeat-lot.js';
import { Bell } from '../messages/bell.js';
import { MyDeals, MyOffers } from '../orders/grower-documents.js';
import { HomeFigures } from './documents.js';
import { keepAhead } from './kept-ahead.js';
import { RefusedActs } from './refused-acts.js';
import { say } from './words.js';

/** Four pictures, and below them only what waits for this household today. */
export default function GrowerHome() {
  const words = say();
  const { data, at, isKept, isLoading, fault, refresh } = useRead(HomeFigures, {});
  const me = data?.me;
  useEffect(() => {
    followServer(me);
    if (me && isOnline.value) void keepAhead();
  }, [me]);
  const summary = data?.homeSummary;
  const figure = fmt().number;
  return (
    <Screen
      title={me?.party?.name ?? session.value?.name ?? shell().appName}
      code="A1"
      showsSignal
      aside={<Bell />}
    >
      <div class="stack">
        <PictureGrid>
          <BigPictureButton
            href="/app/bao"
            tone="green"
            picture={<CropDrawing code="NA" size={72} />}
            label={words.report}
            colourName={words.green}
          />
          <BigPictureButton
            href="/app/don"
            tone="amber"
            picture={<Icon name="order" size={64} />}
            label={words.orders}
            colourName={words.amber}
          />
          <BigPictureButton
            href="/app/tien"
            tone="blue"
            picture={<Icon name="money" size={64} />}
            label={words.money}
            colourName={words.blue}
          />
          <BigPictureButton
            href="/app/giup"
            tone="red"
            picture={<Icon name="phone" size={64} />}
            label={words.help}
            colourName={words.red}
          />
        </PictureGrid>
        <RefusedActs />
        {isKept && at && <KeptNote at={at} />}
        {!data && isLoading && <Skeleton rows={3} height={5} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {summary && summary.offersWaiting > 0 && <OffersWaiting count={summary.offersWaiting} />}
        {summary && summary.ticketsToConfirm > 0 && (
          <Card
            title={words.toConfirm(figure(summary.ticketsToConfirm))}
            aside={<Icon name="scale" />}
          >
            <LinkButton look="main" isWide href="/app/can">
              {words.confirm}
            </LinkButton>
          </Card>
        )}
        {summary && <NextTruck />}
        {summary && (
          <Card title={words.tomorrow}>
            <p>
              {summary.forecastTomorrowGrams === null
                ? words.tomorrowNone
                : words.tomorrowLoad(fmt().kg(summary.forecastTomorrowGrams))}
            </p>
            <LinkButton isWide icon="edit" href="/app/bao">
              {summary.forecastTomorrowGrams === null ? words.reportNow : words.change}
            </LinkButton>
          </Card>
        )}
        {summary && (
          <a class="card link" href="/app/lo">
            <span class="row beside">
              <Icon name="stall" />
              <b class="grow">
                {summary.openLots > 0
                  ? words.lots(figure(summary.openLots), fmt().load(summary.freeGrams))
                  : words.noLots}
              </b>
            </span>
          </a>
        )}
        <a class="card link" href="/app/nhu-cau">
          <span class="row beside">
            <Icon name="people" />
            <b class="grow">{words.needs}</b>
          </span>
        </a>
        <a class="card link" href="/app/thung">
          <span class="row beside">
            <Icon name="basket" />
            <b class="grow">{words.boxes}</b>
          </span>
        </a>
        <a class="card link" href="/app/ke-hoach">
          <span class="row beside">
            <Icon name="calendar" />
            <b class="grow">{words.seasonPlan}</b>
          </span>
        </a>
        {summary && <LastLot />}
        {summary && summary.toReceiveVnd > 0 && (
          <a class="card link" href="/app/tien">
            <span class="card-head">
              <span>{words.toReceive}</span>
              <b class="num">{fmt().vnd(summary.toReceiveVnd)}</b>
            </span>
          </a>
        )}
        <LinkButton look="quiet" isWide icon="settings" href="/app/cai-dat">
          {shell().tabs.settings}
        </LinkButton>
      </div>
    </Screen>
  );
}

/** The offer whose time runs out first. */
function OffersWaiting({ count }: { count: number }) {
  const words = say();
  const { data } = useRead(MyOffers, { waitingOnly: true });
  const [first] = sorted(
    (data?.myOffers.nodes ?? []).filter(({ expiresAt }) => Date.parse(expiresAt) > Date.now()),
    (a, b) => a.expiresAt.localeCompare(b.expiresAt),
  );
  return (
    <a class="card link tone-amber notice" href="/app/don">
      <span class="card-head">
        <b>{words.asked(fmt().number(count))}</b>
        {first && <CountDown until={new Date(first.expiresAt)} over="" />}
      </span>
      {first && (
        <>
          <span>
            {words.askedLine(
              first.buyer.name,
              fmt().kg(first.grams),
              `${named(first.crop)} ${named(first.grade)}`,
              fmt().perKg(first.vndPerKg),
            )}
          </span>
          <b>{words.answerBefore(fmt().moment(new Date(first.expiresAt), new Date()))}</b>
        </>
      )}
    </a>
  );
}

/** The vehicle that comes next, so that the baskets stand at the gate in time. */
function NextTruck() {
  const words = say();
  const { data } = useRead(MyDeals, {});
  const [next] = sorted(
    (data?.myDeals.nodes ?? []).filter(
      ({ state, runStop }) =>
        state === 'COMMITTED' && (runStop?.state === 'PENDING' || runStop?.state === 'ARRIVED'),
    ),
    (a, b) => (a.runStop?.plannedAt ?? '').localeCompare(b.runStop?.plannedAt ?? ''),
  );
  if (!next?.runStop) return null;
  const { plate, plannedAt } = next.runStop;
  return (
    <a class="card link" href={`/app/don/${next.id}`}>
      <span class="card-head">
        <b>{words.truck}</b>
        <Chip tone="blue" icon="truck">
          {plate}
        </Chip>
      </span>
      <span>{words.truckLine(plate, fmt().moment(new Date(plannedAt), new Date()))}</span>
      <span class="earth">
        {fmt().kg(next.totalGrams)} {named(next.crop)} · {next.buyer.name}
      </span>
    </a>
  );
}

function LastLot() {
  const { data } = useRead(MyLots, { first: 40 });
  const last = data?.myLots.nodes.find(({ state }) => state !== 'DRAFT');
  return last ? <RepeatLot lot={last} /> : null;
}
