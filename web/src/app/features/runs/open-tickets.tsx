import { useEffect, useState } from 'preact/hooks';
import { Fault } from '../../api/fault.js';
import { isOnline } from '../../api/line.js';
import { useDeed } from '../../api/use-deed.js';
import { keepForLater } from '../../offline/use-read.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { NotDone } from '../../ui/not-done.js';
import { fmt } from '../../words/words.js';
import { OpenScale, ScaleTicket } from '../weighing/scale-documents.js';
import { rememberTicket } from '../weighing/scale-memory.js';
import type { Run } from './run-documents.js';
import { say } from './run-words.js';

interface OpenTicketsProps {
  /** Pick-ups not finished yet. */
  stops: readonly Run['stops'][number][];
  onDone: () => void;
}

/** Tickets are numbered by the server; opened while there is signal, they can be filled where there is none. */
export function OpenTickets({ stops, onDone }: OpenTicketsProps) {
  const words = say();
  const deed = useDeed();
  const [done, setDone] = useState<number | null>(null);
  const [isKept, setKept] = useState(false);
  const missing = stops.filter(({ deal, ticket }) => deal && !ticket);
  const open = stops.flatMap(({ deal, ticket }) =>
    deal && ticket ? [{ dealId: deal.id, ticketId: ticket.id }] : [],
  );
  useEffect(() => {
    if (isOnline.value) void keepTickets(open).then(setKept);
  }, [open.map(({ ticketId }) => ticketId).join(' '), isOnline.value]);
  if (stops.length === 0) return null;
  if (missing.length === 0) {
    if (!isKept) return null;
    return (
      <p class="met earth">
        <Icon name="check" />
        <span>{words.ticketsOpen}</span>
      </p>
    );
  }
  const openAll = async (): Promise<void> => {
    for (const [index, { deal }] of missing.entries()) {
      setDone(index);
      const ticket = deal && (await deed.run(OpenScale, { dealId: deal.id }, deal.id));
      if (!deal || !ticket) break;
    }
    setDone(null);
    onDone();
  };
  const { number } = fmt();
  return (
    <div class="stack tight">
      <NotDone why={deed.notDone} />
      <Button
        icon="scale"
        isWide
        isDisabled={done !== null || !isOnline.value}
        onPress={() => void openAll()}
      >
        {done === null
          ? words.openTickets
          : words.opening(number(done + 1), number(missing.length))}
      </Button>
      <p class="earth">{words.openTicketsNote}</p>
    </div>
  );
}

/** Whether every one of them is on the phone now; without signal the rest must wait. */
async function keepTickets(
  tickets: readonly { dealId: string; ticketId: string }[],
): Promise<boolean> {
  try {
    for (const { dealId, ticketId } of tickets) {
      await rememberTicket(dealId, ticketId);
      await keepForLater(ScaleTicket, { id: ticketId });
    }
    return true;
  } catch (fault) {
    if (fault instanceof Fault) return false;
    throw fault;
  }
}
