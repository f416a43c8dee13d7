import { ask } from '../../api/ask.js';
import type { ResultOf } from '../../api/graphql.js';
import { useLater } from '../../offline/use-later.js';
import { useRead } from '../../offline/use-read.js';
import { session } from '../../session.js';
import { Screen } from '../../shell/screen.js';
import { KeptNote } from '../../ui/chips.js';
import { Icon } from '../../ui/icon.js';
import { More } from '../../ui/more.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { fmt } from '../../words/words.js';
import { inSentence } from '../orders/grower-terms.js';
import { MyTickets } from './grower-documents.js';
import { TicketChip } from './grower-ticket-state.js';
import { say } from './grower-words.js';

type Ticket = ResultOf<typeof MyTickets>['myWeighTickets']['nodes'][number];

/** Slips that wait for the household's word first, all others below. */
export default function GrowerTickets() {
  const words = say();
  const { data, at, isKept, isLoading, fault, refresh } = useRead(MyTickets, {});
  const list = useLater(
    data?.myWeighTickets,
    async (after) => (await ask(MyTickets, { after })).myWeighTickets,
  );
  const tickets = list.nodes;
  const waiting = tickets.filter(({ state }) => state === 'SUBMITTED');
  const others = tickets.filter(({ state }) => state !== 'SUBMITTED');
  return (
    <Screen title={words.title} code="C1" back="/app">
      <div class="stack">
        {isKept && at && <KeptNote at={at} />}
        {!data && isLoading && <Skeleton rows={4} height={7} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && tickets.length === 0 && (
          <EmptyState
            picture={<Icon name="scale" size={56} />}
            title={words.none}
            note={words.noneNote}
          />
        )}
        {tickets.length > 0 && <h2>{words.toConfirm}</h2>}
        {tickets.length > 0 && waiting.length === 0 && <p class="earth">{words.noneWaiting}</p>}
        {waiting.map((ticket) => (
          <TicketCard key={ticket.id} ticket={ticket} />
        ))}
        {others.length > 0 && <h2>{words.past}</h2>}
        {others.map((ticket) => (
          <TicketCard key={ticket.id} ticket={ticket} />
        ))}
        <More of={list} />
      </div>
    </Screen>
  );
}

function TicketCard({ ticket }: { ticket: Ticket }) {
  const { id, number, state, payableGrams, amountVnd, submittedAt, crop, buyer, household } =
    ticket;
  return (
    <a class="card link" href={`/app/can/${id}`}>
      <span class="card-head">
        <b>
          {fmt().kg(payableGrams)} {inSentence(crop)}
        </b>
        <TicketChip state={state} />
      </span>
      {session.value?.role === 'COOP_CLERK' && <b>{household.name}</b>}
      <span class="lead">
        <b class="num">{fmt().vnd(amountVnd)}</b>
      </span>
      <span>{buyer.name}</span>
      <span class="earth">
        <span class="num">{number}</span>
        {submittedAt && ` · ${fmt().moment(new Date(submittedAt), new Date())}`}
      </span>
    </a>
  );
}
