import { useEffect, useState } from 'preact/hooks';
import { useDeed } from '../../api/use-deed.js';
import { act, noted, queue } from '../../offline/phone.js';
import { useDraft } from '../../offline/use-draft.js';
import { useRead } from '../../offline/use-read.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Chip, KeptNote } from '../../ui/chips.js';
import { Icon } from '../../ui/icon.js';
import { NotDone } from '../../ui/not-done.js';
import { Sheet } from '../../ui/sheet.js';
import { Slip } from '../../ui/slip.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { fmt } from '../../words/words.js';
import { OpenScale, ScaleTicket, SubmitTicket } from './scale-documents.js';
import { ScaleEntry } from './scale-entry.js';
import { RefusedActs, Rows } from './scale-list.js';
import { ticketKey } from './scale-memory.js';
import { OverConsent, OverNote, overSaid } from './scale-over.js';
import { rowsOnScreen, scaleKey, sumsOf, unheardActs, type ScaleRow } from './scale-rows.js';
import type { CrateType, Ticket } from './scale-ticket.js';
import { say } from './scale-words.js';

/** Weighing one deal at the gate, with or without signal. */
export default function ScaleScreen({ params, query }: RouteProps) {
  const dealId = params['dealId'] ?? '';
  const runId = query['chuyen'];
  const back = runId ? `/app/chuyen/${runId}` : '/app';
  const memory = useDraft<string | null>(ticketKey(dealId), null);
  if (memory.value === undefined) return <Skeleton rows={3} />;
  if (memory.value === null) return <Unopened dealId={dealId} back={back} onOpen={memory.change} />;
  return <OpenTicket ticketId={memory.value} dealId={dealId} back={back} />;
}

interface UnopenedProps {
  dealId: string;
  back: string;
  onOpen: (ticketId: string) => void;
}

function Unopened({ dealId, back, onOpen }: UnopenedProps) {
  const words = say();
  const deed = useDeed();
  const open = async (): Promise<void> => {
    const ticket = await deed.run(OpenScale, { dealId });
    if (ticket) onOpen(ticket.id);
  };
  // Whoever came here wants to weigh: the ticket opens by itself where there is signal.
  useEffect(() => void open(), [dealId]);
  return (
    <Screen title={words.plain} code="C3" back={back}>
      <EmptyState
        picture={<Icon name="scale" size={56} />}
        title={words.open}
        note={words.openNote}
      >
        <NotDone why={deed.notDone} />
        <Button look="main" isWide isDisabled={deed.isBusy} onPress={() => void open()}>
          {words.open}
        </Button>
      </EmptyState>
    </Screen>
  );
}

interface OpenTicketProps {
  ticketId: string;
  dealId: string;
  back: string;
}

function OpenTicket({ ticketId, dealId, back }: OpenTicketProps) {
  const words = say();
  const { data, at, isKept, isLoading, fault, refresh } = useRead(ScaleTicket, { id: ticketId });
  if (!data?.weighTicket || !at) {
    return (
      <Screen title={words.plain} code="C3" back={back}>
        {isLoading && <Skeleton rows={4} />}
        {fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && <Unreadable />}
      </Screen>
    );
  }
  return (
    <Scale
      ticket={data.weighTicket}
      crateTypes={data.crateTypes}
      at={at}
      isKept={isKept}
      dealId={dealId}
      back={back}
      onChange={refresh}
    />
  );
}

const Unreadable = () => (
  <EmptyState picture={<Icon name="scale" size={56} />} title={say().noRows}>
    <LinkButton href="/app">{say().back}</LinkButton>
  </EmptyState>
);

interface ScaleProps {
  ticket: Ticket;
  crateTypes: readonly CrateType[];
  at: Date;
  isKept: boolean;
  dealId: string;
  back: string;
  onChange: () => void;
}

function Scale({ ticket, crateTypes, at, isKept, dealId, back, onChange }: ScaleProps) {
  const words = say();
  const deed = useDeed();
  const [editing, setEditing] = useState<ScaleRow | 'new' | null>(null);
  const [isAsking, setAsking] = useState(false);
  const acts = unheardActs(ticket.id, queue.value, at.getTime());
  const tares = new Map(crateTypes.map(({ code, tareG }) => [code, tareG]));
  const sent = ticket.rows.map(({ grade, ...row }) => ({ ...row, gradeCode: grade.code }));
  const rows = rowsOnScreen(sent, acts, tares);
  const sums = sumsOf(rows, {
    prices: ticket.deal.lines.map(({ grade, vndPerKg }) => ({ gradeCode: grade.code, vndPerKg })),
    deduction: ticket.deduction,
  });
  const isSubmitting = acts.some(({ operation }) => operation === 'SubmitTicket');
  const isOpen = ticket.state === 'OPEN' && !isSubmitting;
  const payable = fmt().kg(sums?.payable ?? 0);
  const above = isOpen ? overSaid(ticket, sums) : undefined;

  // The ticket is not sent then: its buyer is asked, and the loads stay open.
  const isForBuyer = above !== undefined && !above.isBuyer;

  const submit = async (): Promise<void> => {
    setAsking(false);
    const waiting = await act(SubmitTicket, {
      objectKey: scaleKey(ticket.id),
      title: words.submitTitle(ticket.number),
      input: { ticketId: ticket.id },
    });
    noted(words.submitTitle(ticket.number), waiting);
  };
  const reopen = async (): Promise<void> => {
    if (await deed.run(OpenScale, { dealId })) onChange();
  };

  return (
    <Screen
      title={words.title(ticket.household.name)}
      code="C3"
      back={back}
      action={
        isOpen && (
          <Button look="main" icon="plus" isWide onPress={() => setEditing('new')}>
            {words.add}
          </Button>
        )
      }
    >
      <div class="stack">
        {isKept && <KeptNote at={at} />}
        {ticket.state === 'DISPUTED' && (
          <div class="stack tight">
            <p class="stale">{words.disputed(ticket.disputeReason ?? '')}</p>
            <NotDone why={deed.notDone} />
            <Button look="main" isWide icon="scale" onPress={() => void reopen()}>
              {words.reopen}
            </Button>
          </div>
        )}
        <Slip
          title={words.ticket(ticket.number)}
          aside={
            <Chip
              tone={ticket.state === 'CONFIRMED' ? 'green' : isSubmitting ? 'amber' : 'blue'}
              icon={isSubmitting ? 'waiting' : 'scale'}
            >
              {isSubmitting ? words.submitting : words.states[ticket.state]}
            </Chip>
          }
          lines={[
            { label: words.gross, value: fmt().kg(sums?.gross ?? 0) },
            { label: words.tare, value: lessKg(sums?.tare ?? 0), kind: 'minus' },
            {
              label: deductionLabel(ticket),
              value: lessKg(sums?.deductionGrams ?? 0),
              kind: 'minus',
            },
            { label: words.payable, value: payable, kind: 'sum' },
            { label: words.amount, value: fmt().vnd(sums?.amountVnd ?? 0) },
          ]}
        />
        {above && <OverNote ticket={ticket} above={above} />}
        <RefusedActs ticketId={ticket.id} />
        <h2>{words.rows}</h2>
        {rows.length === 0 && <p class="earth">{isOpen ? words.noRowsNote : words.noRows}</p>}
        <Rows
          rows={rows}
          ticket={ticket}
          crateTypes={crateTypes}
          onEdit={isOpen ? setEditing : undefined}
        />
        {isOpen && rows.length > 0 && (
          <Button icon="send" isWide onPress={() => setAsking(true)}>
            {words.submit}
          </Button>
        )}
      </div>
      <ScaleEntry
        key={typeof editing === 'object' && editing ? editing.id : 'new'}
        ticket={ticket}
        crateTypes={crateTypes}
        last={rows.at(-1)}
        row={editing === 'new' ? null : editing}
        isOpen={editing !== null}
        onClose={() => setEditing(null)}
      />
      <Sheet
        title={isForBuyer ? words.overAskTitle(above.over) : words.submitAsk(payable)}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
      >
        {above && <OverConsent ticket={ticket} above={above} />}
        {!isForBuyer && <p>{words.submitNote}</p>}
        <Button look="main" icon="send" isWide onPress={() => void submit()}>
          {!above && words.submitYes}
          {above && (isForBuyer ? words.overSendAsk : words.overSend(payable))}
        </Button>
        <Button look="quiet" isWide onPress={() => setAsking(false)}>
          {words.submitNo}
        </Button>
      </Sheet>
    </Screen>
  );
}

/** What is taken off; nought is not minus nought. */
const lessKg = (weight: number): string => `${weight > 0 ? '−' : ''}${fmt().kg(Math.abs(weight))}`;

function deductionLabel({ deduction: { kind, basisPoints, gramsPerCrate } }: Ticket): string {
  const words = say();
  if (kind === 'PERCENT') return words.percent(fmt().number(basisPoints / 100));
  return kind === 'FIXED_PER_CRATE' ? words.perCrate(fmt().kg(gramsPerCrate)) : words.deduction;
}
