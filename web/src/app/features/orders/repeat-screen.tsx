import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { dayOf, plusDays, type Day } from '../../../../../src/kernel/day.js';
import { useDeed } from '../../api/use-deed.js';
import { useRead } from '../../offline/use-read.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { Button, LinkButton } from '../../ui/button.js';
import { KeptNote } from '../../ui/chips.js';
import { Field } from '../../ui/field.js';
import { NotDone } from '../../ui/not-done.js';
import { ErrorState, Skeleton } from '../../ui/states.js';
import { named, titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import { RepeatDraft, RepeatOrder, type Draft } from './repeat-documents.js';
import { say } from './repeat-words.js';
import { linesTyped, TypedLines, type TypedTexts } from './typed-lines.js';

const DAYS = [1, 2, 3, 4, 5, 6, 7];

/** An old order again, on another day: what it would cost today beside what it cost then. */
export default function RepeatScreen({ params }: RouteProps) {
  const words = say();
  const orderId = params['id'] ?? '';
  const today = dayOf(new Date());
  const [day, setDay] = useState<Day>(plusDays(today, 1));
  const { data, at, isKept, isLoading, fault, refresh } = useRead(RepeatDraft, { orderId, day });
  const [typed, setTyped] = useState<TypedTexts>({});
  const deed = useDeed();
  const { route } = useLocation();
  const answer = data?.repeatOrderDraft;
  const draft = answer?.__typename === 'OrderDraft' ? answer : undefined;
  const order = data?.order;
  const lines = draft ? linesTyped(draft.lines, typed) : null;
  const wanted = (lines ?? []).reduce((sum, line) => sum + line.grams, 0);

  const send = async (): Promise<void> => {
    if (!lines) return;
    const done = await deed.run(RepeatOrder, { orderId, day, lines });
    if (done) route(`/app/gom/${done.id}`);
  };
  return (
    <Screen
      title={words.title}
      code="T12"
      back={`/app/gom/${orderId}`}
      action={
        draft && (
          <Button
            look="main"
            isWide
            isDisabled={wanted === 0 || deed.isBusy}
            onPress={() => void send()}
          >
            {wanted === 0 ? words.needKg : words.send(fmt().load(wanted))}
          </Button>
        )
      }
    >
      <div class="stack">
        {isKept && at && <KeptNote at={at} />}
        {!data && isLoading && <Skeleton rows={3} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {answer?.__typename === 'Refused' && <NotDone why={{ ...answer, field: null }} />}
        <NotDone why={deed.notDone} />
        {draft && order && (
          <>
            <p class="lead">
              {words.like(order.number, named(order.crop), order.destination?.name ?? '')}
            </p>
            <Field
              id="ngay"
              label={words.day}
              hint={words.at(fmt().moment(new Date(draft.readyFrom), new Date()))}
            >
              {(tied) => (
                <select
                  class="input"
                  {...tied}
                  value={day}
                  onChange={({ currentTarget }) => setDay(currentTarget.value as Day)}
                >
                  {DAYS.map((ahead) => (
                    <option key={ahead} value={plusDays(today, ahead)}>
                      {titled(fmt().nearDay(plusDays(today, ahead), today))}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            {draft.isPoolGone && <p>{words.poolGone}</p>}
            {draft.goneGrades.length > 0 && <p>{words.goneGrades(draft.goneGrades.join(', '))}</p>}
            <TypedLines
              lines={draft.lines}
              typed={typed}
              onType={setTyped}
              kgLabel={words.kg}
              kgHint={({ grams }) => words.lastKg(fmt().kg(grams))}
              priceLabel={words.price}
              priceHint={priceNote}
            />
            <p class="earth">
              {words.terms} {words.note}
            </p>
            <LinkButton href={`/app/gom/${orderId}/dinh-ky`} icon="calendar" isWide>
              {words.weekly}
            </LinkButton>
          </>
        )}
      </div>
    </Screen>
  );
}

type Line = Draft['lines'][0];

function priceNote({ lastVndPerKg, referenceVndPerKg, maxVndPerKg }: Line): string {
  const words = say();
  if (lastVndPerKg === null) return words.open;
  const last = fmt().perKg(lastVndPerKg);
  return referenceVndPerKg === null || maxVndPerKg === null
    ? words.unknown(last)
    : words.moved(last, fmt().perKg(referenceVndPerKg));
}
