import { overOf } from '../../../../../src/weighing/domain/over-weight.js';
import type { TicketSums } from '../../../../../src/weighing/domain/ticket.js';
import { session } from '../../session.js';
import { fmt } from '../../words/words.js';
import type { Ticket } from './scale-ticket.js';
import { say } from './scale-words.js';

/** What the scale shows above the deal and its tolerance, as it is said (AL-12); undefined when nothing does. */
export function overSaid(ticket: Ticket, sums: TicketSums | undefined) {
  const above = sums && overOf({ ...sums, most: ticket.unaskedGrams });
  if (!above) return undefined;
  const isBuyer = session.value?.role === 'TRADER';
  return { isBuyer, over: fmt().kg(above.over), cost: fmt().vnd(above.costVnd) };
}

export type OverSaid = NonNullable<ReturnType<typeof overSaid>>;

/** Above the loads while they are on the scale: whose yes is wanting, and what to do until then. */
export function OverNote({ ticket, above }: { ticket: Ticket; above: OverSaid }) {
  const words = say();
  const { overAskedAt } = ticket;
  return (
    <p class="stale">
      {words.over(above.over, fmt().kg(ticket.unaskedGrams))}
      {!above.isBuyer && ` ${words.overKeep(above.over)}`}
      {!above.isBuyer &&
        overAskedAt &&
        ` ${words.overAsked(fmt().moment(new Date(overAskedAt), new Date()))}`}
    </p>
  );
}

/** In the sheet before the ticket is sent: how many kilograms, of whom, for how much. */
export function OverConsent({ ticket, above }: { ticket: Ticket; above: OverSaid }) {
  const words = say();
  return (
    <p>
      {above.isBuyer
        ? words.overYes(ticket.household.name, above.over, above.cost)
        : words.overAsk(ticket.household.name, above.over)}
    </p>
  );
}
