import { useState } from 'preact/hooks';
import { ask } from '../../api/ask.js';
import { useLater } from '../../offline/use-later.js';
import { useRead } from '../../offline/use-read.js';
import { Screen } from '../../shell/screen.js';
import { LinkButton } from '../../ui/button.js';
import { Chip, KeptNote } from '../../ui/chips.js';
import { CropDrawing } from '../../ui/crop-drawing.js';
import { TextField } from '../../ui/field.js';
import { More } from '../../ui/more.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { fmt, locale } from '../../words/words.js';
import { OwnStandingNote } from '../accounts/own-standing.js';
import { MyBulkOrders } from './trader-documents.js';
import { stateLook } from './trader-state.js';
import { named, say } from './trader-words.js';

/** The least that tells orders apart, as the server reads it. */
const FEWEST_SIGNS = 3;
/** So many are found by looking. */
const FEW = 5;

/** A trader's first screen: the one button, and every order with where it stands. */
export default function TraderHome() {
  const words = say();
  const [sought, setSought] = useState('');
  const numberEndsWith = sought.trim().length >= FEWEST_SIGNS ? sought.trim() : null;
  const wish = numberEndsWith === null ? {} : { numberEndsWith };
  const { data, at, isKept, isLoading, fault, refresh } = useRead(MyBulkOrders, wish);
  const list = useLater(data?.myOrders, async (after) => {
    return (await ask(MyBulkOrders, { ...wish, after })).myOrders;
  });
  const orders = list.nodes;
  const isVietnamese = locale.value === 'vi';
  return (
    <Screen
      title={words.home}
      code="T1"
      showsSignal
      action={
        <LinkButton look="main" href="/app/gom/moi" icon="plus" isWide>
          {words.newOrder}
        </LinkButton>
      }
    >
      <div class="stack">
        <div class="pair">
          <LinkButton href="/app/nguon-hang" icon="stall">
            {words.market}
          </LinkButton>
          <LinkButton href="/app/mac-ca" icon="chat">
            {words.haggling}
          </LinkButton>
        </div>
        <div class="pair">
          <LinkButton href="/app/don-dinh-ky" icon="calendar">
            {words.standing}
          </LinkButton>
          <LinkButton href="/app/chuyen" icon="truck">
            {words.runs}
          </LinkButton>
        </div>
        <OwnStandingNote />
        {isKept && at && <KeptNote at={at} />}
        {!data && isLoading && <Skeleton rows={3} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {(sought !== '' || orders.length > FEW) && (
          <TextField
            id="order-number"
            label={words.find}
            hint={words.findHint}
            autocomplete="off"
            maxLength={20}
            value={sought}
            onChange={setSought}
          />
        )}
        {data && orders.length === 0 && numberEndsWith !== null && (
          <p class="earth" role="status">
            {words.notFound}
          </p>
        )}
        {data && orders.length === 0 && numberEndsWith === null && (
          <EmptyState
            picture={<CropDrawing code="NA" size={72} />}
            title={words.noOrders}
            note={words.noOrdersNote}
          />
        )}
        {orders.map((order) => (
          <a key={order.id} class="card link" href={`/app/gom/${order.id}`}>
            <span class="card-head">
              <b>
                {fmt().load(order.wantedGrams)} {named(order.crop, isVietnamese)}
              </b>
              <Chip {...stateLook(order.state)}>{words.states[order.state]}</Chip>
            </span>
            <span class="earth">
              {[
                order.number,
                order.destination?.name,
                fmt().moment(new Date(order.readyFrom), new Date()),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {order.state === 'SOURCING' && <span>{order.progress.text}</span>}
          </a>
        ))}
        <More of={list} />
      </div>
    </Screen>
  );
}
