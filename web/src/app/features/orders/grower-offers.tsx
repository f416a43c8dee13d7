import { ask } from '../../api/ask.js';
import type { ResultOf } from '../../api/graphql.js';
import { useLater } from '../../offline/use-later.js';
import { useRead } from '../../offline/use-read.js';
import { session } from '../../session.js';
import { Screen } from '../../shell/screen.js';
import { LinkButton } from '../../ui/button.js';
import { KeptNote, StatusChip } from '../../ui/chips.js';
import { useNow } from '../../ui/count-down.js';
import { Icon } from '../../ui/icon.js';
import { More } from '../../ui/more.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { fmt } from '../../words/words.js';
import { MyDeals, MyOffers } from './grower-documents.js';
import { GrowerOffer, PastOffer } from './grower-offer.js';
import { dealStatus } from './grower-state.js';
import { inSentence } from './grower-terms.js';
import { say } from './grower-words.js';

type Deal = ResultOf<typeof MyDeals>['myDeals']['nodes'][number];

/** Who wants to buy and waits for an answer, what was answered, and what is agreed. */
export default function GrowerOffers() {
  const words = say();
  const offers = useRead(MyOffers, { waitingOnly: true });
  const older = useRead(MyOffers, { waitingOnly: false });
  const deals = useRead(MyDeals, {});
  const now = useNow(15_000);
  const isOpen = ({ state, expiresAt }: { state: string; expiresAt: string }): boolean =>
    state === 'OFFERED' && Date.parse(expiresAt) > now;
  const later = (waitingOnly: boolean) => async (after: string) =>
    (await ask(MyOffers, { waitingOnly, after })).myOffers;
  const open = useLater(offers.data?.myOffers, later(true));
  const all = useLater(older.data?.myOffers, later(false));
  const waiting = open.nodes.filter(isOpen);
  const accepted = all.nodes.filter(({ state }) => state === 'ACCEPTED');
  const past = all.nodes.filter(
    (offer) =>
      ['DECLINED', 'EXPIRED', 'RELEASED'].includes(offer.state) ||
      (offer.state === 'OFFERED' && !isOpen(offer)),
  );
  const list = useLater(
    deals.data?.myDeals,
    async (after) => (await ask(MyDeals, { after })).myDeals,
  );
  const nodes = list.nodes;
  return (
    <Screen title={words.title} code="B1" back="/app">
      <div class="stack">
        {offers.isKept && offers.at && <KeptNote at={offers.at} />}
        {!offers.data && offers.isLoading && <Skeleton rows={2} height={14} />}
        {!offers.data && offers.fault && (
          <ErrorState fault={offers.fault} onRetry={offers.refresh} />
        )}
        {offers.data && waiting.length === 0 && (
          <EmptyState
            picture={<Icon name="chat" size={56} />}
            title={words.none}
            note={words.noneNote}
          />
        )}
        {waiting.map((offer) => (
          <GrowerOffer key={offer.id} offer={offer} />
        ))}
        <More of={open} />
        <LinkButton icon="chat" isWide href="/app/mac-ca">
          {words.haggling}
        </LinkButton>
        <LinkButton icon="stall" isWide href="/app/du-phong">
          {words.backups}
        </LinkButton>
        {accepted.length > 0 && <h2>{words.answered}</h2>}
        {accepted.map((offer) => (
          <PastOffer key={offer.id} offer={offer} />
        ))}
        {offers.data && <h2>{words.deals}</h2>}
        {deals.data && nodes.length === 0 && <p class="earth">{words.noDeals}</p>}
        {nodes.map((deal) => (
          <DealCard key={deal.id} deal={deal} />
        ))}
        <More of={list} />
        {past.length > 0 && (
          <details class="card fold">
            <summary>
              <b>{words.past(fmt().number(past.length))}</b>
            </summary>
            <div class="stack">
              {past.map((offer) => (
                <PastOffer key={offer.id} offer={offer} />
              ))}
            </div>
          </details>
        )}
      </div>
    </Screen>
  );
}

function DealCard({ deal }: { deal: Deal }) {
  const words = say();
  const { id, buyer, household, totalGrams, crop, number, readyFrom, runStop, state } = deal;
  const now = new Date();
  return (
    <a class="card link" href={`/app/don/${id}`}>
      <span class="card-head">
        <b>
          {fmt().kg(totalGrams)} {inSentence(crop)}
        </b>
        <StatusChip status={dealStatus(deal)} />
      </span>
      {session.value?.role === 'COOP_CLERK' && <b>{household.name}</b>}
      <span>{buyer.name}</span>
      {state === 'COMMITTED' && (
        <span>
          {runStop
            ? words.truck(runStop.plate, fmt().moment(new Date(runStop.plannedAt), now))
            : words.noTruck(fmt().moment(new Date(readyFrom), now))}
        </span>
      )}
      <span class="earth num">{number}</span>
    </a>
  );
}
