import type { ResultOf } from '../../api/graphql.js';
import { session } from '../../session.js';
import { Card } from '../../ui/card.js';
import { Slip, type SlipLine } from '../../ui/slip.js';
import { clockText } from '../../words/format.js';
import { fmt } from '../../words/words.js';
import { atHead, deductionText } from '../orders/grower-terms.js';
import type { OneTicket } from './grower-documents.js';
import { TicketChip } from './grower-ticket-state.js';
import { say } from './grower-words.js';

type Ticket = NonNullable<ResultOf<typeof OneTicket>['weighTicket']>;

/** The sum on top, then how each grade came to its part of it, then each load that stood on the scale. */
export function TicketSlips({ ticket }: { ticket: Ticket }) {
  const words = say();
  const { state, confirmMethod, confirmedAt, disputeReason } = ticket;
  const over = ticket.payableGrams - ticket.unaskedGrams;
  return (
    <>
      <p>
        <b>{words.notes[state]}</b>
      </p>
      {over > 0 && (
        <p class="stale">{(state === 'OPEN' ? words.over : words.overTaken)(fmt().kg(over))}</p>
      )}
      {state === 'CONFIRMED' && confirmMethod && confirmedAt && (
        <p class="earth">
          {words.methods[confirmMethod]} · {fmt().moment(new Date(confirmedAt), new Date())}
        </p>
      )}
      {disputeReason && (
        <Card title={words.reasonGiven}>
          <p>{disputeReason}</p>
        </Card>
      )}
      <Slip title={words.total} aside={<TicketChip state={state} />} lines={totalsOf(ticket)} />
      {ticket.lines.map((line) => (
        <Slip
          key={line.grade.code}
          title={atHead(line.grade)}
          lines={linesOf(line, deductionText(ticket.deduction))}
        />
      ))}
      <Loads ticket={ticket} />
    </>
  );
}

function totalsOf(ticket: Ticket): SlipLine[] {
  const words = say();
  const { amountVnd, payableGrams, buyer, household } = ticket;
  return [
    { label: words.buyer, value: buyer.name },
    ...(session.value?.role === 'COOP_CLERK'
      ? [{ label: words.household, value: household.name }]
      : []),
    { label: words.weight, value: fmt().kg(payableGrams) },
    { label: words.sum, value: fmt().vnd(amountVnd), kind: 'sum' },
  ];
}

function linesOf(line: Ticket['lines'][number], terms: string): SlipLine[] {
  const words = say();
  return [
    { label: words.gross, value: fmt().kg(line.grossGrams) },
    {
      label: words.tare(fmt().number(line.crates)),
      value: `−${fmt().kg(line.tareGrams)}`,
      kind: 'minus',
    },
    {
      label: words.deduction(terms),
      value: `−${fmt().kg(line.deductionGrams)}`,
      kind: 'minus',
    },
    { label: words.payable, value: fmt().kg(line.payableGrams) },
    { label: words.price, value: `× ${fmt().perKg(line.vndPerKg)}` },
    { label: words.amount, value: fmt().vnd(line.amountVnd), kind: 'sum' },
  ];
}

function Loads({ ticket }: { ticket: Ticket }) {
  const words = say();
  const standing = ticket.rows.filter(({ isRemoved }) => !isRemoved).length;
  if (ticket.rows.length === 0) return null;
  return (
    <details class="card fold">
      <summary>
        <b>{words.rows(fmt().number(standing))}</b>
      </summary>
      <ul class="list">
        {ticket.rows.map(({ id, seq, grade, grossGrams, tareGrams, weighedAt, isRemoved }) => (
          <li key={id}>
            <span class="row apart">
              <b>{words.row(fmt().number(seq), atHead(grade))}</b>
              <time class="earth num">{clockText(new Date(weighedAt))}</time>
            </span>
            <span class="num">
              {isRemoved ? (
                <s>{words.rowFigures(fmt().kg(grossGrams), fmt().kg(tareGrams))}</s>
              ) : (
                words.rowFigures(fmt().kg(grossGrams), fmt().kg(tareGrams))
              )}
            </span>
            {isRemoved && <span class="earth"> {words.removed}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
