import { useLocation } from 'preact-iso/router';
import { useState } from 'preact/hooks';
import { dayOf, instant, plusDays, type Day } from '../../../../../src/kernel/day.js';
import type { Id } from '../../../../../src/kernel/id.js';
import { grams, type Grams } from '../../../../../src/kernel/units.js';
import { isOnline } from '../../api/line.js';
import { useDeed } from '../../api/use-deed.js';
import { useRead } from '../../offline/use-read.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { Button } from '../../ui/button.js';
import { Choices, Switch, TextField } from '../../ui/field.js';
import { priceHeard } from '../../ui/heard.js';
import { NotDone } from '../../ui/not-done.js';
import { saidAt, saidElsewhere } from '../../ui/said-at.js';
import { PickField } from '../../ui/pick-field.js';
import { ErrorState, Skeleton } from '../../ui/states.js';
import { named, titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import { LotToBox, OpenBoxSale } from './documents.js';
import { say } from './words.js';

const SIZES = ['5000', '10000'] as const;
const HOURS = ['05', '06', '07', '08', '09', '10', '12', '14', '16', '18', '20'] as const;
const STOPS = [2, 6, 12, 24];
const HOUR_MS = 3_600_000;

/** Inputs that are refused where they are written. */
const AT_FIELDS = ['boxes', 'vndPerBox', 'readyTo', 'ordersUntil', 'place'];

/** Part of an own lot is sold by the box. */
export default function NewBoxSaleScreen({ params }: RouteProps) {
  const words = say();
  const lotId = params['id'] as Id;
  const { data, isLoading, fault, refresh } = useRead(LotToBox, { id: lotId });
  const today = dayOf(new Date());
  const [gradeCode, setGrade] = useState('');
  const [size, setSize] = useState<(typeof SIZES)[number]>('5000');
  const [count, setCount] = useState('');
  const [price, setPrice] = useState('');
  const [day, setDay] = useState<Day>(plusDays(today, 1));
  const [from, setFrom] = useState<string>('06');
  const [to, setTo] = useState<string>('10');
  const [chosen, setChosen] = useState(12);
  const [place, setPlace] = useState('');
  const [byCourier, setByCourier] = useState(false);
  const deed = useDeed();
  const { route } = useLocation();
  const lot = data?.lot;
  const code = gradeCode || (lot?.grades[0]?.grade.code ?? '');
  const boxes = /^\d{1,4}$/.test(count.trim()) ? Number(count) : 0;
  const boxGrams: Grams = grams(Number(size));
  const vndPerBox = priceHeard(price);
  const readyFrom = instant(day, `${from}:00` as '06:00');
  // Hours that are over by now are not offered.
  const stops = STOPS.filter((hours) => readyFrom.getTime() - hours * HOUR_MS > Date.now());
  const stop = stops.includes(chosen) ? chosen : stops.at(-1);
  const isReady =
    stop !== undefined &&
    to > from &&
    boxes > 0 &&
    vndPerBox !== null &&
    place.trim() !== '' &&
    code !== '';

  const open = async (): Promise<void> => {
    if (vndPerBox === null || stop === undefined) return;
    const opened = await deed.run(OpenBoxSale, {
      lotId,
      gradeCode: code,
      boxGrams,
      boxes,
      vndPerBox,
      readyFrom: readyFrom.toISOString(),
      readyTo: instant(day, `${to}:00` as '10:00').toISOString(),
      ordersUntil: new Date(readyFrom.getTime() - stop * HOUR_MS).toISOString(),
      place,
      byCourier,
    });
    if (opened) route(`/app/thung/${opened.id}`);
  };
  return (
    <Screen
      title={words.newTitle}
      code="W3"
      back={`/app/lo/${lotId}`}
      action={
        lot && (
          <Button
            look="main"
            isWide
            isDisabled={!isReady || deed.isBusy || !isOnline.value}
            onPress={() => void open()}
          >
            {isReady
              ? words.make(fmt().number(boxes))
              : stop === undefined
                ? words.tooSoon
                : words.fill}
          </Button>
        )
      }
    >
      <div class="stack">
        {!data && isLoading && <Skeleton rows={3} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {lot && (
          <>
            <PickField
              id="loai"
              label={words.grade}
              value={code}
              options={lot.grades.map(({ grade, freeGrams }) => ({
                value: grade.code,
                label: `${titled(named(grade))}, ${words.free(fmt().kg(freeGrams))}`,
              }))}
              onChange={setGrade}
            />
            <Choices
              name="co"
              legend={words.size}
              value={size}
              choices={SIZES.map((value) => ({ value, label: fmt().kg(Number(value)) }))}
              onChange={setSize}
            />
            <TextField
              id="so-thung"
              label={words.count}
              hint={boxes > 0 ? words.countHint(fmt().kg(boxes * boxGrams)) : undefined}
              inputMode="numeric"
              autocomplete="off"
              maxLength={4}
              pattern="\s*0*[1-9]\d*\s*"
              error={saidAt(deed.notDone, 'boxes')}
              value={count}
              onChange={setCount}
            />
            <TextField
              id="gia-thung"
              label={words.boxPrice}
              hint={vndPerBox === null ? words.boxPriceHint : fmt().vnd(vndPerBox)}
              error={
                price.trim() !== '' && vndPerBox === null
                  ? words.boxPriceWrong
                  : saidAt(deed.notDone, 'vndPerBox')
              }
              autocomplete="off"
              maxLength={40}
              value={price}
              onChange={setPrice}
            />
            <PickField
              id="ngay"
              label={words.day}
              value={day}
              options={fmt()
                .daysFrom(today, 7)
                .map(({ day: value, text }) => ({ value, label: titled(text) }))}
              onChange={(value) => setDay(value as Day)}
            />
            <div class="pair">
              <PickField
                id="tu"
                label={words.from}
                error={stop === undefined ? words.tooSoon : undefined}
                value={from}
                options={HOURS.map((hour) => ({ value: hour, label: `${hour}:00` }))}
                onChange={setFrom}
              />
              <PickField
                id="den"
                label={words.to}
                error={to > from ? saidAt(deed.notDone, 'readyTo') : words.hoursWrong}
                value={to}
                options={HOURS.map((hour) => ({ value: hour, label: `${hour}:00` }))}
                onChange={setTo}
              />
            </div>
            <PickField
              id="thoi"
              label={words.stop}
              error={saidAt(deed.notDone, 'ordersUntil')}
              value={String(stop ?? '')}
              options={stops.map((hours) => ({ value: String(hours), label: words.hours(hours) }))}
              onChange={(value) => setChosen(Number(value))}
            />
            <TextField
              id="noi-lay"
              label={words.where}
              hint={words.whereHint}
              maxLength={200}
              error={saidAt(deed.notDone, 'place')}
              value={place}
              onChange={setPlace}
            />
            <Switch label={words.byCourier} isOn={byCourier} onChange={setByCourier} />
            <NotDone why={saidElsewhere(deed.notDone, ...AT_FIELDS)} />
          </>
        )}
      </div>
    </Screen>
  );
}
