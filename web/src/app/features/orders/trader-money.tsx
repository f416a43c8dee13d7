import { useState } from 'preact/hooks';
import type { ResultOf } from '../../api/graphql.js';
import { useDeed } from '../../api/use-deed.js';
import { useRead } from '../../offline/use-read.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { BindingSheet } from '../../ui/binding-sheet.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { KeptNote } from '../../ui/chips.js';
import { Icon } from '../../ui/icon.js';
import { NotDone } from '../../ui/not-done.js';
import { QrView } from '../../ui/qr-view.js';
import { Sheet } from '../../ui/sheet.js';
import { Slip } from '../../ui/slip.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { dayText } from '../../words/format.js';
import { fmt } from '../../words/words.js';
import { DeclarePaid, OrderSettlement } from './trader-documents.js';
import { say } from './trader-words.js';

type Payable = NonNullable<
  ResultOf<typeof OrderSettlement>['settlementForOrder']
>['payables'][number];

/** What each confirmed ticket of the order owes, a code to pay it by, and what has been received. */
export default function TraderMoney({ params }: RouteProps) {
  const words = say();
  const orderId = params['id'] ?? '';
  const { data, at, isKept, isLoading, fault, refresh } = useRead(OrderSettlement, { orderId });
  const [shown, setShown] = useState<{ name: string; text: string } | null>(null);
  const [paying, setPaying] = useState<Payable[]>([]);
  const deed = useDeed();
  const sums = data?.settlementForOrder;
  const due = sums?.payables.filter(({ state }) => state === 'DUE') ?? [];
  const declare = async (): Promise<string | undefined> => {
    const payableIds = paying.map(({ id }) => id);
    const done = await deed.run(
      DeclarePaid,
      { payableIds, method: 'VIETQR', reference: null },
      payableIds.join(),
    );
    refresh();
    return done && paying.map(({ ticket }) => ticket.number).join(', ');
  };
  return (
    <Screen
      title={words.money}
      code="T5"
      back={`/app/gom/${orderId}`}
      action={
        due.length > 1 ? (
          <Button look="main" isWide isDisabled={deed.isBusy} onPress={() => setPaying(due)}>
            {words.payAll}
          </Button>
        ) : undefined
      }
    >
      <div class="stack">
        {isKept && at && <KeptNote at={at} />}
        {!data && isLoading && <Skeleton rows={3} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        <NotDone why={deed.notDone} />
        {data && (!sums || sums.payables.length === 0) && (
          <EmptyState picture={<Icon name="money" size={56} />} title={words.noMoney} />
        )}
        {sums && sums.payables.length > 0 && (
          <Slip
            title={words.money}
            lines={[
              { label: words.total, value: fmt().vnd(sums.totalVnd) },
              { label: words.declared, value: fmt().vnd(sums.paidVnd) },
              { label: words.confirmed, value: fmt().vnd(sums.confirmedVnd) },
              { label: words.owed, value: fmt().vnd(sums.owedVnd), kind: 'sum' },
            ]}
          />
        )}
        {sums?.payables.map((payable) => {
          const { id, dealId, amountVnd, state, dueOn, vietQr, payee, ticket } = payable;
          return (
            <Card key={id} title={payee.name} aside={<b class="num">{fmt().vnd(amountVnd)}</b>}>
              <p class="earth">
                {ticket.number} · {words.payStates[state]} · {words.due(dayText(dueOn))}
              </p>
              <LinkButton look="quiet" icon="money" href={`/app/so-tien/${dealId}`}>
                {words.reckoned}
              </LinkButton>
              {state === 'DUE' && (
                <div class="row wrap">
                  {vietQr && (
                    <Button icon="qr" onPress={() => setShown({ name: payee.name, text: vietQr })}>
                      {words.qr}
                    </Button>
                  )}
                  <Button
                    look="main"
                    icon="check"
                    isDisabled={deed.isBusy}
                    onPress={() => setPaying([payable])}
                  >
                    {words.paid}
                  </Button>
                </div>
              )}
            </Card>
          );
        })}
      </div>
      <BindingSheet
        title={words.paidAsk(fmt().vnd(paying.reduce((sum, { amountVnd }) => sum + amountVnd, 0)))}
        isOpen={paying.length > 0}
        send={declare}
        done={words.declared}
        onClose={() => setPaying([])}
      />
      <Sheet title={words.showQr} isOpen={shown !== null} onClose={() => setShown(null)}>
        {shown && <QrView text={shown.text} label={`${words.qr} – ${shown.name}`} />}
      </Sheet>
    </Screen>
  );
}
