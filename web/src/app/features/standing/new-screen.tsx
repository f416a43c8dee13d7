import { useLocation } from 'preact-iso/router';
import { useState } from 'preact/hooks';
import type { Id } from '../../../../../src/kernel/id.js';
import { useDeed } from '../../api/use-deed.js';
import { useRead } from '../../offline/use-read.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { Button } from '../../ui/button.js';
import { NotDone } from '../../ui/not-done.js';
import { ErrorState, Skeleton } from '../../ui/states.js';
import { clockText } from '../../words/format.js';
import { named } from '../../words/named.js';
import { linesTyped, TypedLines, type TypedTexts } from '../orders/typed-lines.js';
import { CreateStandingOrder, OrderToRepeat } from './documents.js';
import { RhythmFields, type Rhythm } from './rhythm-fields.js';
import { weekdaysText } from './texts.js';
import { say } from './words.js';

const DAY_AHEAD = 24;

/** An order that went well comes round from now on. */
export default function NewStandingOrderScreen({ params }: RouteProps) {
  const words = say();
  const orderId = params['id'] as Id;
  const { data, isLoading, fault, refresh } = useRead(OrderToRepeat, { id: orderId });
  const [rhythm, setRhythm] = useState<Rhythm>({ weekdays: [], leadHours: DAY_AHEAD });
  const [typed, setTyped] = useState<TypedTexts>({});
  const deed = useDeed();
  const { route } = useLocation();
  const order = data?.order;
  const known = order?.lines.map(({ wantedGrams, ...line }) => ({ ...line, grams: wantedGrams }));
  const lines = known ? linesTyped(known, typed) : null;
  const isReady = Boolean(lines?.length) && rhythm.weekdays.length > 0;

  const make = async (): Promise<void> => {
    if (!lines) return;
    const { weekdays, leadHours } = rhythm;
    const wish = { orderId, weekdays: [...weekdays], leadHours, lines };
    const made = await deed.run(CreateStandingOrder, wish);
    if (made) route(`/app/don-dinh-ky/${made.id}`);
  };
  return (
    <Screen
      title={words.newTitle}
      code="R2"
      back={`/app/gom/${orderId}`}
      action={
        order && (
          <Button
            look="main"
            isWide
            isDisabled={!isReady || deed.isBusy}
            onPress={() => void make()}
          >
            {rhythm.weekdays.length === 0
              ? words.needDay
              : lines?.length
                ? words.make(weekdaysText(rhythm.weekdays))
                : words.needKg}
          </Button>
        )
      }
    >
      <div class="stack">
        {!data && isLoading && <Skeleton rows={3} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {order && known && (
          <>
            <p class="lead">
              {words.like(order.number, named(order.crop), order.destination?.name ?? '')}
            </p>
            <p>
              {words.at(clockText(new Date(order.readyFrom)), clockText(new Date(order.readyTo)))}
            </p>
            <RhythmFields rhythm={rhythm} onChange={setRhythm} />
            <TypedLines
              lines={known}
              typed={typed}
              onType={setTyped}
              kgLabel={words.kg}
              priceLabel={words.price}
              priceHint={() => words.priceHint}
            />
            <p class="earth">{words.terms}</p>
            <NotDone why={deed.notDone} />
          </>
        )}
      </div>
    </Screen>
  );
}
