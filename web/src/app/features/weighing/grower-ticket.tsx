import { useState } from 'preact/hooks';
import { useDeed } from '../../api/use-deed.js';
import { useRead } from '../../offline/use-read.js';
import { session } from '../../session.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { BindingSheet } from '../../ui/binding-sheet.js';
import { Button, LinkButton } from '../../ui/button.js';
import { KeptNote } from '../../ui/chips.js';
import { Icon } from '../../ui/icon.js';
import { NotDone } from '../../ui/not-done.js';
import { ReasonSheet } from '../../ui/reason-sheet.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { toast } from '../../ui/toast.js';
import { fmt } from '../../words/words.js';
import { ConfirmTicket, DisputeTicket, OneTicket } from './grower-documents.js';
import { TicketSlips } from './grower-ticket-slips.js';
import { say } from './grower-words.js';

/** One weighing with all its arithmetic, and the household's word on it. */
export default function GrowerTicket({ params }: RouteProps) {
  const words = say();
  const ticketId = params['id'] ?? '';
  const { data, at, isKept, isLoading, fault, refresh } = useRead(OneTicket, { id: ticketId });
  const [asking, setAsking] = useState<'agree' | 'wrong' | null>(null);
  const agreeing = useDeed();
  const disputing = useDeed();
  const ticket = data?.weighTicket;
  const isWitness = session.value?.role === 'COOP_CLERK';

  const agree = async (): Promise<string | undefined> => {
    const method = isWitness ? 'WITNESS' : 'OWN_PHONE';
    const done = await agreeing.run(ConfirmTicket, { ticketId, method });
    refresh();
    return done && ticket?.number;
  };
  const dispute = async (reason: string): Promise<boolean> => {
    const done = await disputing.run(DisputeTicket, { ticketId, reason });
    if (!done) return false;
    setAsking(null);
    toast(words.wrongSent);
    refresh();
    return true;
  };

  return (
    <Screen
      title={ticket ? words.ticket(ticket.number) : words.title}
      code="C2"
      back="/app/can"
      action={
        ticket?.state === 'SUBMITTED' && (
          <>
            <Button look="main" icon="check" isWide onPress={() => setAsking('agree')}>
              {words.agree}
            </Button>
            <Button look="stop" isWide onPress={() => setAsking('wrong')}>
              {words.wrong}
            </Button>
          </>
        )
      }
    >
      <div class="stack">
        {isKept && at && <KeptNote at={at} />}
        {!data && isLoading && <Skeleton rows={2} height={16} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && !ticket && (
          <EmptyState picture={<Icon name="search" size={56} />} title={words.notFound} />
        )}
        <NotDone why={agreeing.notDone} />
        {ticket && (
          <>
            <TicketSlips ticket={ticket} />
            {ticket.buyer.phone && (
              <LinkButton isWide icon="phone" href={`tel:${ticket.buyer.phone}`}>
                {words.call(ticket.buyer.name)}
              </LinkButton>
            )}
            <LinkButton isWide icon="order" href={`/app/don/${ticket.deal.id}`}>
              {words.deal}
            </LinkButton>
            {ticket.state === 'CONFIRMED' && (
              <LinkButton isWide icon="money" href="/app/tien">
                {words.money}
              </LinkButton>
            )}
          </>
        )}
      </div>
      <BindingSheet
        title={words.agreeAsk}
        yes={words.agreeYes}
        no={words.look}
        isOpen={asking === 'agree' && ticket !== undefined}
        send={agree}
        done={words.agreed}
        onClose={() => setAsking(null)}
      >
        {ticket && (
          <p>{words.agreeNote(fmt().kg(ticket.payableGrams), fmt().vnd(ticket.amountVnd))}</p>
        )}
        {ticket && isWitness && <p>{words.witness(ticket.household.name)}</p>}
      </BindingSheet>
      <ReasonSheet
        draftKey={`dispute:${ticketId}`}
        title={words.wrongAsk}
        reasons={Object.values(words.reasons)}
        send={words.wrongSend}
        isOpen={asking === 'wrong'}
        isBusy={disputing.isBusy}
        notDone={disputing.notDone}
        onClose={() => setAsking(null)}
        onSend={dispute}
      />
    </Screen>
  );
}
