import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { priceOf } from '../../../../../src/kernel/units.js';
import { isOnline } from '../../api/line.js';
import { useDeed } from '../../api/use-deed.js';
import { session } from '../../session.js';
import { Screen } from '../../shell/screen.js';
import { BindingSheet } from '../../ui/binding-sheet.js';
import { Button, LinkButton } from '../../ui/button.js';
import { WeightPad } from '../../ui/keypad.js';
import { EMPTY, weightOf } from '../../ui/keypad-entry.js';
import { NotDone } from '../../ui/not-done.js';
import { Slip } from '../../ui/slip.js';
import { titled } from '../../words/named.js';
import { fmt, say as shell } from '../../words/words.js';
import { PlaceLotOrder, type Lot, type LotLine } from './documents.js';
import { drawingOf, goodsOfLot } from './goods.js';
import { GradeFigures, GradeRung } from './grade-rung.js';
import { ClosureNote, gradeName, lotFacts, LotPicture, priceText } from './lot-face.js';
import { say } from './words.js';

interface LotForBuyerProps {
  lot: Lot;
  note: ComponentChildren;
}

/** A lot on the market: a trader chooses a grade, types kilograms, and the household is asked. */
export function LotForBuyer({ lot, note }: LotForBuyerProps) {
  const words = say();
  const role = session.value?.role;
  const [gradeCode, setGradeCode] = useState<string | null>(null);
  const line = lot.grades.find(({ grade }) => grade.code === gradeCode);
  const isOpen = lot.state === 'PUBLISHED';
  const buyable = lot.grades.filter(({ freeGrams }) => freeGrams > 0);
  if (line) {
    return <OrderStep lot={lot} line={line} onBack={() => setGradeCode(null)} />;
  }
  return (
    <Screen title={titled(goodsOfLot(lot))} code="A5" back="/app">
      <div class="stack">
        {note}
        <ClosureNote closure={lot.closure} />
        <LotPicture lot={lot} />
        <Slip
          title={words.lot}
          lines={[
            ...lot.grades.map((one) => ({
              label: `${gradeName(one)} · ${fmt().kg(one.freeGrams)}`,
              value: priceText(one.askVndPerKg),
            })),
            ...lotFacts(lot),
          ]}
        />
        {!isOpen && <p class="stale">{words.goneNote}</p>}
        {role === undefined && (
          <LinkButton
            look="main"
            isWide
            icon="person"
            href={`/app/vao?ve=${encodeURIComponent(`/app/lo/${lot.id}`)}`}
          >
            {words.signIn}
          </LinkButton>
        )}
        {role !== undefined && role !== 'TRADER' && <p class="earth">{words.onlyTraders}</p>}
        {role === 'TRADER' && isOpen && (
          <section class="stack tight">
            <h2>{words.orderGrade}</h2>
            {buyable.map(({ grade, freeGrams, askVndPerKg }) => (
              <GradeRung
                key={grade.code}
                drawing={drawingOf(lot)}
                grade={grade}
                onPress={() => setGradeCode(grade.code)}
              >
                <GradeFigures grams={freeGrams} askVndPerKg={askVndPerKg} />
              </GradeRung>
            ))}
            <LinkButton icon="chat" isWide href={`/app/tra-gia/${lot.id}`}>
              {words.haggle}
            </LinkButton>
          </section>
        )}
      </div>
    </Screen>
  );
}

interface OrderStepProps {
  lot: Lot;
  line: LotLine;
  onBack: () => void;
}

function OrderStep({ lot, line, onBack }: OrderStepProps) {
  const words = say();
  const { route } = useLocation();
  const deed = useDeed();
  const [entry, setEntry] = useState(EMPTY);
  const [isOrdering, setOrdering] = useState(false);
  const [placedId, setPlacedId] = useState<string>();
  const weight = weightOf(entry);
  const { askVndPerKg, freeGrams, grade } = line;

  const order = async (): Promise<string | undefined> => {
    if (weight === null) return undefined;
    const placed = await deed.run(PlaceLotOrder, {
      lotId: lot.id,
      gradeCode: grade.code,
      grams: weight,
      // The price on the screen: if it has changed meanwhile, the market asks again instead of charging more.
      vndPerKg: askVndPerKg,
    });
    setPlacedId(placed?.id);
    return placed?.number;
  };

  return (
    <Screen
      title={`${words.order} · ${goodsOfLot(lot)} ${gradeName(line).toLowerCase()}`}
      code="A7"
      action={
        askVndPerKg === null ? undefined : (
          <Button
            look="main"
            isWide
            isDisabled={weight === null || weight === 0 || deed.isBusy || !isOnline.value}
            onPress={() => setOrdering(true)}
          >
            {weight === null
              ? words.order
              : words.orderSend(fmt().kg(weight), fmt().vnd(priceOf(weight, askVndPerKg)))}
          </Button>
        )
      }
    >
      <div class="stack tight">
        <NotDone why={deed.notDone} />
        {!isOnline.value && <p class="stale">{shell().faults.OFFLINE.message}</p>}
        {askVndPerKg === null ? (
          <>
            <p>{words.noPrice}</p>
            <LinkButton look="main" isWide href="/app/gom/moi">
              {words.makeBulk}
            </LinkButton>
          </>
        ) : (
          <>
            <p>
              <b>{fmt().perKg(askVndPerKg)}</b> · {words.orderMost(fmt().kg(freeGrams))}{' '}
              {lot.minTakeGrams > 0 && words.orderMin(fmt().kg(lot.minTakeGrams))}
            </p>
            <WeightPad entry={entry} onChange={setEntry} units={['tan', 'ta', 'kg']} />
            <p class="earth">{words.orderNote}</p>
          </>
        )}
        <Button look="quiet" isWide icon="back" onPress={onBack}>
          {words.stepBack}
        </Button>
      </div>
      <BindingSheet
        title={words.order}
        isOpen={isOrdering}
        send={order}
        done={words.ordered}
        onClose={() => (placedId ? route(`/app/gom/${placedId}`) : setOrdering(false))}
      >
        <p>{words.orderNote}</p>
      </BindingSheet>
    </Screen>
  );
}
