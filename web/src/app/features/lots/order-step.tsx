import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { priceOf } from '../../../../../src/kernel/units.js';
import { isOnline } from '../../api/line.js';
import { useDeed } from '../../api/use-deed.js';
import { Screen } from '../../shell/screen.js';
import { BindingSheet } from '../../ui/binding-sheet.js';
import { Button, LinkButton } from '../../ui/button.js';
import { WeightPad } from '../../ui/keypad.js';
import { EMPTY, weightOf } from '../../ui/keypad-entry.js';
import { NotDone } from '../../ui/not-done.js';
import { fmt, say as shell } from '../../words/words.js';
import { PlaceLotOrder, type Lot, type LotLine } from './documents.js';
import { goodsOfLot } from './goods.js';
import { gradeName } from './lot-face.js';
import { say } from './words.js';

interface OrderStepProps {
  lot: Lot;
  line: LotLine;
  onBack: () => void;
}

/** How much of one grade a trader orders, at the price on the screen. */
export default function OrderStep({ lot, line, onBack }: OrderStepProps) {
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
