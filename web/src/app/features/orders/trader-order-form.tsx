import { useLayoutEffect, useMemo } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { dayOf, plusDays } from '../../../../../src/kernel/day.js';
import type { Id } from '../../../../../src/kernel/id.js';
import { useDeed } from '../../api/use-deed.js';
import { wrongLine } from '../../api/wrong-line.js';
import { useDraft } from '../../offline/use-draft.js';
import { useRead } from '../../offline/use-read.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { Button } from '../../ui/button.js';
import { Field, TextField } from '../../ui/field.js';
import { DAYS, daysHeard, FIGURE } from '../../ui/heard.js';
import { PriceField, WeightField } from '../../ui/spoken-field.js';
import { NotDone } from '../../ui/not-done.js';
import { ErrorState, Skeleton } from '../../ui/states.js';
import { titled } from '../../words/named.js';
import { fmt, locale } from '../../words/words.js';
import { CreateOrder, OrderFormFacts } from './trader-documents.js';
import {
  deductionOf,
  isDoubtful,
  limitsOf,
  linesOf,
  wantedOf,
  windowOf,
  type OrderDraft,
} from './order-draft.js';
import { OrderPolicy } from './order-policy.js';
import { named, say } from './trader-words.js';

const EMPTY: OrderDraft = {
  cropCode: 'NA',
  kg: {},
  price: {},
  daysAhead: 1,
  destinationId: '',
  policy: 'LOWEST_COST',
  deductionPercent: '2',
  paymentDays: '3',
};

/** Parts that have a place of their own for what is wrong with them. */
const PLACES = [
  'cropCode',
  'lines',
  'ready',
  'destinationId',
  'deduction',
  'paymentDays',
  'limits',
];

/** Half the wish at least, or the truck does not come. */
const LEAST_SHARE = 0.5;

/** "5 tấn na, sáng mai, giao Long Biên, tối đa 32.000": what is wanted; where it comes from is the next screen. `?gop=…&cay=…` gathers from one pooled listing. */
export default function TraderOrderForm({ query }: RouteProps) {
  const words = say();
  const { route } = useLocation();
  const facts = useRead(OrderFormFacts, {});
  const { value: draft, change, discard } = useDraft<OrderDraft>('bulk-order', EMPTY);
  const deed = useDeed('bulk-order');
  // The lines as they were sent: what is typed since may have moved them.
  const sent = useMemo(
    () => (draft ? linesOf(draft) : []).map(({ gradeCode }) => gradeCode),
    [deed.notDone],
  );
  const line = wrongLine(deed.notDone?.field);
  const wrongCell = line && `${line.part === 'maxVndPerKg' ? 'price' : 'kg'}-${sent[line.at]}`;
  const pooledCrop = query['cay'];
  useLayoutEffect(() => {
    if (draft && pooledCrop && draft.cropCode !== pooledCrop)
      change({ ...draft, cropCode: pooledCrop, kg: {}, price: {} });
  }, [pooledCrop, draft === undefined]);
  const isVietnamese = locale.value === 'vi';
  if (!facts.data || !draft) {
    return (
      <Screen title={words.form} code="T2" back="/app">
        {facts.fault ? (
          <ErrorState fault={facts.fault} onRetry={facts.refresh} />
        ) : (
          <Skeleton rows={4} />
        )}
      </Screen>
    );
  }
  const { crops, places } = facts.data;
  const crop = crops.find(({ code }) => code === draft.cropCode) ?? crops[0];
  const destinationId =
    draft.destinationId ||
    (places.find(({ name }) => name.includes('Long Biên')) ?? places[0])?.id ||
    '';
  const today = dayOf(new Date());
  const wanted = wantedOf(draft);
  const set = (part: Partial<OrderDraft>): void => change({ ...draft, ...part });
  const errorIn = (cell: string): string | undefined =>
    cell === wrongCell && deed.notDone
      ? `${deed.notDone.message} ${deed.notDone.nextStep}`
      : undefined;
  const errorAt = (field: string): string | undefined =>
    deed.notDone?.field?.startsWith(field)
      ? `${deed.notDone.message} ${deed.notDone.nextStep}`
      : undefined;

  const send = async (): Promise<void> => {
    const order = await deed.run(CreateOrder, {
      cropCode: draft.cropCode,
      varietyCode: null,
      pooledListingId: (query['gop'] as Id | undefined) ?? null,
      lines: linesOf(draft),
      ...windowOf(draft.daysAhead),
      destinationId,
      policy: draft.policy,
      toleranceBp: 500,
      minGrams: Math.round(wanted * LEAST_SHARE) as never,
      householdCapGrams: null,
      communeIds: null,
      limits: limitsOf(draft),
      deduction: deductionOf(draft),
      paymentDays: daysHeard(draft.paymentDays) ?? 0,
      offerTtlMinutes: 120,
    });
    if (!order) return;
    discard();
    route(`/app/gom/${order.id}`);
  };

  return (
    <Screen
      title={words.form}
      code="T2"
      back="/app"
      action={
        <Button
          look="main"
          isWide
          isDisabled={wanted === 0 || isDoubtful(draft) || deed.isBusy}
          onPress={() => void send()}
        >
          {words.send} · {wanted === 0 ? words.needKg : words.sum(fmt().load(wanted))}
        </Button>
      }
    >
      <form class="stack" onSubmit={(event) => event.preventDefault()}>
        <NotDone
          why={!wrongCell && PLACES.some((part) => errorAt(part)) ? null : deed.notDone}
          cell={wrongCell ?? undefined}
        />
        {query['gop'] && <p class="said">{words.fromPool}</p>}
        <Field id="crop" label={words.crop} error={errorAt('cropCode')}>
          {(tied) => (
            <select
              class="input"
              {...tied}
              value={draft.cropCode}
              onChange={({ currentTarget }) =>
                set({ cropCode: currentTarget.value, kg: {}, price: {} })
              }
            >
              {crops.map((one) => (
                <option key={one.code} value={one.code}>
                  {titled(named(one, isVietnamese))}
                </option>
              ))}
            </select>
          )}
        </Field>
        <fieldset class="choices">
          <legend>{words.grades}</legend>
          {crop?.grades.map((grade, row) => (
            <div class="pair" key={grade.code}>
              <WeightField
                id={`kg-${grade.code}`}
                label={words.kg(titled(named(grade, isVietnamese)))}
                hint={grade.fruitsPerKg ? words.perKg(grade.fruitsPerKg) : undefined}
                error={errorIn(`kg-${grade.code}`)}
                isNeeded={row === 0 && wanted === 0}
                value={draft.kg[grade.code] ?? ''}
                onChange={(text) => set({ kg: { ...draft.kg, [grade.code]: text } })}
              />
              {draft.kg[grade.code] && (
                <PriceField
                  id={`price-${grade.code}`}
                  label={words.price(titled(named(grade, isVietnamese)))}
                  isOptional
                  error={errorIn(`price-${grade.code}`)}
                  value={draft.price[grade.code] ?? ''}
                  onChange={(text) => set({ price: { ...draft.price, [grade.code]: text } })}
                />
              )}
            </div>
          ))}
          {!wrongCell && errorAt('lines') && <p class="wrong">{errorAt('lines')}</p>}
        </fieldset>
        <Field id="when" label={words.when} error={errorAt('ready')}>
          {(tied) => (
            <select
              class="input"
              {...tied}
              value={String(draft.daysAhead)}
              onChange={({ currentTarget }) => set({ daysAhead: Number(currentTarget.value) })}
            >
              {[0, 1, 2, 3, 4, 5, 6].map((ahead) => (
                <option key={ahead} value={String(ahead)}>
                  {ahead === 0
                    ? words.soonest
                    : words.morning(fmt().nearDay(plusDays(today, ahead), today))}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field id="where" label={words.where} error={errorAt('destinationId')}>
          {(tied) => (
            <select
              class="input"
              {...tied}
              value={destinationId}
              onChange={({ currentTarget }) => set({ destinationId: currentTarget.value })}
            >
              {places.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <OrderPolicy legend={words.policy} draft={draft} errorAt={errorAt} onChange={set} />
        <div class="pair">
          <TextField
            id="deduction"
            label={words.deduction}
            hint={words.deductionHint}
            error={errorAt('deduction')}
            inputMode="decimal"
            pattern={FIGURE}
            value={draft.deductionPercent}
            onChange={(deductionPercent) => set({ deductionPercent })}
          />
          <TextField
            id="days"
            label={words.days}
            error={errorAt('paymentDays')}
            inputMode="numeric"
            pattern={DAYS}
            value={draft.paymentDays}
            onChange={(paymentDays) => set({ paymentDays })}
          />
        </div>
      </form>
    </Screen>
  );
}
