import { useState } from 'preact/hooks';
import type { ResultOf } from '../../api/graphql.js';
import { useDeed } from '../../api/use-deed.js';
import { session } from '../../session.js';
import { BindingSheet } from '../../ui/binding-sheet.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { NotDone } from '../../ui/not-done.js';
import { Sheet } from '../../ui/sheet.js';
import { toast } from '../../ui/toast.js';
import { fmt } from '../../words/words.js';
import {
  ConfirmDeposit,
  ConfirmDepositRefund,
  DeclareDeposit,
  type DealMoney,
} from './deal-money-documents.js';
import { say } from './deal-money-words.js';

interface DealDepositProps {
  deal: NonNullable<ResultOf<typeof DealMoney>['deal']>;
  onChanged: () => void;
}

/** Where the deposit stands, and the one thing this side can say about it now. */
export function DealDeposit({ deal, onChanged }: DealDepositProps) {
  const words = say();
  const [isAsked, setAsked] = useState(false);
  const deed = useDeed();
  const { deposit, depositVnd, depositDueAt } = deal;
  if (depositVnd === 0 && !deposit) return <p class="earth">{words.noDeposit}</p>;

  const isBuyer = session.value?.role === 'TRADER';
  const sum = fmt().vnd(deposit?.amountVnd ?? depositVnd);
  const at = (when: string): string => fmt().moment(new Date(when), new Date());
  const dealId = deal.id;
  const close = (): void => setAsked(false);
  const declare = async (method: 'CASH' | 'TRANSFER'): Promise<void> => {
    const done = await deed.run(DeclareDeposit, { dealId, method, reference: null });
    close();
    if (done) toast(words.declared);
    onChanged();
  };
  const confirm = async (): Promise<string | undefined> => {
    const done = canConfirm
      ? await deed.run(ConfirmDeposit, { dealId })
      : await deed.run(ConfirmDepositRefund, { dealId });
    onChanged();
    return done && deal.number;
  };

  const isBack = deposit !== null && deposit.toReturnVnd > 0;
  const canDeclare = isBuyer && !deposit && deal.state === 'COMMITTED';
  const canConfirm = !isBuyer && deposit?.state === 'DECLARED';
  const canTakeBack = isBuyer && isBack && !deposit.returnedAt;
  const back = fmt().vnd(deposit?.toReturnVnd ?? 0);
  return (
    <Card title={words.deposit} aside={<b class="num">{sum}</b>}>
      <p>
        <b>{deposit ? words.states[deposit.state] : words.notYet}</b>
      </p>
      {!deposit && depositDueAt && <p>{words.dueBy(at(depositDueAt))}</p>}
      {deposit && (
        <p class="earth">
          {words.declaredAt(words.methods[deposit.method], at(deposit.declaredAt))}
        </p>
      )}
      {deposit?.reference && <p class="earth">{words.reference(deposit.reference)}</p>}
      {deposit?.confirmedAt && <p class="earth">{words.confirmedAt(at(deposit.confirmedAt))}</p>}
      {isBuyer && deposit?.state === 'DECLARED' && <p>{words.waits}</p>}
      {isBack && <p>{words.toReturn(back)}</p>}
      {deposit?.returnedAt && <p class="earth">{words.returnedAt(at(deposit.returnedAt))}</p>}
      <NotDone why={deed.notDone} />
      {(canDeclare || canConfirm || canTakeBack) && (
        <Button look="main" icon="check" isWide onPress={() => setAsked(true)}>
          {canDeclare ? words.declare : canConfirm ? words.received : words.back}
        </Button>
      )}
      <Sheet title={words.askHow} isOpen={isAsked && canDeclare} onClose={close}>
        <Button isWide isDisabled={deed.isBusy} onPress={() => void declare('CASH')}>
          {words.declareCash}
        </Button>
        <Button isWide isDisabled={deed.isBusy} onPress={() => void declare('TRANSFER')}>
          {words.declareTransfer}
        </Button>
        <Button isWide onPress={close}>
          {words.look}
        </Button>
      </Sheet>
      <BindingSheet
        title={isBuyer ? words.backAsk(back) : words.receivedAsk(sum)}
        yes={words.receivedSure}
        no={words.look}
        isOpen={isAsked && !canDeclare}
        send={confirm}
        done={isBuyer ? words.backDone : words.receivedDone}
        onClose={close}
      >
        <p>{words.receivedNote}</p>
      </BindingSheet>
    </Card>
  );
}
