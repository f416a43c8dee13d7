import { useState } from 'preact/hooks';
import type { ResultOf } from '../../api/graphql.js';
import { useDeed } from '../../api/use-deed.js';
import { session } from '../../session.js';
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
  const after = (done: object | undefined, text: string): void => {
    setAsked(false);
    if (done) toast(text);
    onChanged();
  };
  const dealId = deal.id;
  const declare = async (method: 'CASH' | 'TRANSFER'): Promise<void> =>
    after(await deed.run(DeclareDeposit, { dealId, method, reference: null }), words.declared);
  const confirm = async (): Promise<void> =>
    after(await deed.run(ConfirmDeposit, { dealId }), words.receivedDone);
  const takeBack = async (): Promise<void> =>
    after(await deed.run(ConfirmDepositRefund, { dealId }), words.backDone);

  const isBack = deposit !== null && deposit.toReturnVnd > 0;
  const canDeclare = isBuyer && !deposit && deal.state === 'COMMITTED';
  const canConfirm = !isBuyer && deposit?.state === 'DECLARED';
  const canTakeBack = isBuyer && isBack && !deposit.returnedAt;
  const back = fmt().vnd(deposit?.toReturnVnd ?? 0);
  const question = canDeclare
    ? words.askHow
    : canConfirm
      ? words.receivedAsk(sum)
      : words.backAsk(back);
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
      <Sheet title={question} isOpen={isAsked} onClose={() => setAsked(false)}>
        {canDeclare ? (
          <>
            <Button isWide isDisabled={deed.isBusy} onPress={() => void declare('CASH')}>
              {words.declareCash}
            </Button>
            <Button isWide isDisabled={deed.isBusy} onPress={() => void declare('TRANSFER')}>
              {words.declareTransfer}
            </Button>
          </>
        ) : (
          <>
            <p>{words.receivedNote}</p>
            <Button
              look="main"
              isWide
              isDisabled={deed.isBusy}
              onPress={() => void (canConfirm ? confirm() : takeBack())}
            >
              {words.receivedSure}
            </Button>
          </>
        )}
        <Button isWide onPress={() => setAsked(false)}>
          {words.look}
        </Button>
      </Sheet>
    </Card>
  );
}
