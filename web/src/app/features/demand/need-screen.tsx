import { useState } from 'preact/hooks';
import { dayOf } from '../../../../../src/kernel/day.js';
import type { Id } from '../../../../../src/kernel/id.js';
import { useDeed } from '../../api/use-deed.js';
import { useRead } from '../../offline/use-read.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import { Icon } from '../../ui/icon.js';
import { NotDone } from '../../ui/not-done.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { Slip } from '../../ui/slip.js';
import { named, titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import { DemandOfOrder, EndDemand, PublishDemand, type Need } from './documents.js';
import { ForetoldOfOrder } from './intention-documents.js';
import { Intentions } from './intentions.js';
import { NeedCard } from './need-card.js';
import { say } from './words.js';

/** A buyer posts what an order needs, and reads how much growers say they have, by day and grade and never by name. */
export default function NeedScreen({ params }: RouteProps) {
  const words = say();
  const orderId = params['id'] as Id;
  const { data, isLoading, fault, refresh } = useRead(DemandOfOrder, { orderId });
  const match = useRead(ForetoldOfOrder, { orderId });
  const matched = match.data?.demand;
  const [note, setNote] = useState('');
  const deed = useDeed();
  const need = data?.demand;
  const publish = async (): Promise<void> => {
    if (await deed.run(PublishDemand, { orderId, note })) refresh();
  };
  const end = async (): Promise<void> => {
    if (await deed.run(EndDemand, { orderId })) refresh();
  };
  return (
    <Screen
      title={words.need}
      code="T9"
      back={`/app/gom/${orderId}`}
      action={
        data && !need ? (
          <Button look="main" isWide isDisabled={deed.isBusy} onPress={() => void publish()}>
            {words.publish}
          </Button>
        ) : undefined
      }
    >
      <div class="stack">
        {!data && isLoading && <Skeleton rows={3} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        <NotDone why={deed.notDone} />
        {data && !need && (
          <>
            <EmptyState
              picture={<Icon name="order" size={56} />}
              title={words.notShown}
              note={words.notShownNote}
            />
            <TextField
              id="nhan"
              label={words.note}
              hint={words.noteHint}
              isOptional
              maxLength={300}
              value={note}
              onChange={setNote}
            />
          </>
        )}
        {need && (
          <>
            <Answers need={need} />
            <NeedCard need={need} />
            {matched && <Intentions orderId={orderId} need={matched} onDone={match.refresh} />}
            <Button look="stop" isWide isDisabled={deed.isBusy} onPress={() => void end()}>
              {words.end}
            </Button>
          </>
        )}
      </div>
    </Screen>
  );
}

function Answers({ need }: { need: Need }) {
  const words = say();
  const { load, number, nearDay } = fmt();
  const today = dayOf(new Date());
  if (need.households === 0) return <p class="earth">{words.saidNone}</p>;
  const gradeOf = (code: string): string => {
    const line = need.lines.find(({ grade }) => grade.code === code);
    return line ? named(line.grade) : code;
  };
  return (
    <Slip
      title={words.saidTitle}
      lines={need.said.map(({ day, gradeCode, grams, households }) => ({
        label: `${titled(nearDay(day, today))}, ${gradeOf(gradeCode)}`,
        value: words.line(load(grams), number(households)),
      }))}
    >
      <p>
        <b class="num">{words.saidSum(load(need.saidGrams), number(need.households))}</b>
      </p>
      <p class="earth">{words.ask}</p>
    </Slip>
  );
}
