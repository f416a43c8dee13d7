import { useLocation } from 'preact-iso/router';
import { useState } from 'preact/hooks';
import type { Id } from '../../../../../src/kernel/id.js';
import { grams } from '../../../../../src/kernel/units.js';
import { isOnline } from '../../api/line.js';
import { useDeed } from '../../api/use-deed.js';
import { Fault } from '../../api/fault.js';
import { useRead } from '../../offline/use-read.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { BindingSheet } from '../../ui/binding-sheet.js';
import { Button } from '../../ui/button.js';
import { KeptNote } from '../../ui/chips.js';
import { weightHeard } from '../../ui/heard.js';
import { Icon } from '../../ui/icon.js';
import { NotDone } from '../../ui/not-done.js';
import { PickField } from '../../ui/pick-field.js';
import { Slip } from '../../ui/slip.js';
import { WeightField } from '../../ui/spoken-field.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { named, titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import { DemandOfOrder, type Need } from '../demand/documents.js';
import { NeedCard } from '../demand/need-card.js';
import { ByHand, type HandWish } from './by-hand.js';
import { AcceptDemandAsCoop, PartPreview, type SharePlan } from './documents.js';
import { EarlierByHand } from './hand-plans.js';
import { giniText, sellersOf } from './share-rows.js';
import { ShareTable } from './share-table.js';
import { say } from './words.js';

const POLICIES = ['FAIR_SHARE', 'PRO_RATA', 'SOONEST_EXPIRY', 'FIRST_COME'] as const;
type Takes = { gradeCode: string; grams: ReturnType<typeof grams> }[] | null;

/** A cooperative fills part of a need from its members' lots: how it is divided, to whom how much, and why. */
export default function CoopPartScreen({ params }: RouteProps) {
  const words = say();
  const orderId = params['id'] as Id;
  const { route } = useLocation();
  const [policy, setPolicy] = useState<(typeof POLICIES)[number]>('FAIR_SHARE');
  const [takes, setTakes] = useState<Takes>(null);
  const [isByHand, setByHand] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const [isDone, setDone] = useState(false);
  const need = useRead(DemandOfOrder, { orderId });
  const read = useRead(PartPreview, { orderId, policy, takes });
  const deed = useDeed();
  const answer = read.data?.previewDemandAsCoop;
  const plan = answer?.__typename === 'AllocationPreview' ? answer : undefined;
  const demand = need.data?.demand;

  const send = async (byHand: HandWish | null): Promise<string | undefined> => {
    const done = await deed.run(AcceptDemandAsCoop, {
      orderId,
      policy,
      takes,
      fingerprint: plan?.fingerprint ?? null,
      byHand: byHand as never,
    });
    if (!done) {
      read.refresh();
      return undefined;
    }
    setDone(true);
    return demand?.number;
  };
  const leave = (): void => route('/app/nhu-cau');

  if (isByHand && plan)
    return (
      <ByHand
        code="H13"
        plan={plan}
        texts={{
          send: words.accept,
          ask: words.ask,
          note: words.askNote,
          yes: words.yes,
          done: words.done,
        }}
        notDone={deed.notDone}
        send={send}
        onSent={leave}
        onBack={() => setByHand(false)}
      />
    );
  const sellers = plan ? sellersOf(plan) : 0;
  const goods = plan && words.accept(fmt().load(plan.plannedGrams), fmt().number(sellers));
  return (
    <Screen
      title={words.title}
      code="H12"
      back="/app/nhu-cau"
      action={
        plan &&
        sellers > 0 && (
          <>
            <Button
              look="main"
              isWide
              isDisabled={deed.isBusy || !isOnline.value}
              onPress={() => setAsked(true)}
            >
              {goods}
            </Button>
            <Button look="quiet" isWide onPress={() => setByHand(true)}>
              {words.byHand}
            </Button>
          </>
        )
      }
    >
      <div class="stack">
        {need.isKept && need.at && <KeptNote at={need.at} />}
        {!need.data && need.isLoading && <Skeleton rows={4} />}
        {!need.data && need.fault && <ErrorState fault={need.fault} onRetry={need.refresh} />}
        {need.data && !demand && <ErrorState fault={new Fault('NOT_FOUND')} />}
        {!isOnline.value && <p class="stale">{words.needLine}</p>}
        <NotDone why={deed.notDone} />
        {demand && (
          <>
            <NeedCard need={demand} />
            <PickField
              id="cach-chia"
              label={words.howDivided}
              value={policy}
              options={POLICIES.map((value) => ({ value, label: words.policies[value] }))}
              onChange={(value) => setPolicy(value as typeof policy)}
            />
            <OnlyPart need={demand} onDivide={setTakes} />
            {!answer && read.isLoading && <Skeleton rows={4} />}
            {!answer && read.fault && <ErrorState fault={read.fault} onRetry={read.refresh} />}
            {answer?.__typename === 'Refused' && <NotDone why={{ ...answer, field: null }} />}
            {plan && plan.shares.length === 0 && (
              <EmptyState
                picture={<Icon name="stall" size={56} />}
                title={words.none}
                note={words.noneNote}
              />
            )}
            {plan && plan.shares.length > 0 && <Division plan={plan} />}
            <EarlierByHand orderId={orderId} />
          </>
        )}
      </div>
      <BindingSheet
        title={words.ask}
        yes={words.yes}
        no={words.no}
        done={words.done}
        isOpen={isAsked}
        send={() => send(null)}
        onClose={() => {
          setAsked(false);
          if (isDone) leave();
        }}
      >
        <p>
          <b>{goods}</b>
        </p>
        <p>{words.askNote}</p>
      </BindingSheet>
    </Screen>
  );
}

function Division({ plan }: { plan: SharePlan }) {
  const words = say();
  const missing = plan.wantedGrams - plan.plannedGrams;
  return (
    <>
      <Slip
        title={words.division}
        lines={[
          { label: words.wanted, value: fmt().load(plan.wantedGrams) },
          ...(missing > 0
            ? [{ label: words.missing, value: fmt().load(missing), kind: 'minus' as const }]
            : []),
          { label: words.gini, value: giniText(plan.gini) },
          { label: words.taken, value: fmt().load(plan.plannedGrams), kind: 'sum' },
        ]}
      >
        <p class="earth">{words.giniNote}</p>
      </Slip>
      <ShareTable plan={plan} />
    </>
  );
}

/** How much of each grade at most; the division is asked for anew when the button is pressed, not at each key. */
function OnlyPart({ need, onDivide }: { need: Need; onDivide: (takes: Takes) => void }) {
  const words = say();
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const lines = need.lines.filter((line) => line.maxVndPerKg !== null);
  const isDoubtful = lines.some(({ grade }) => {
    const text = texts[grade.code] ?? '';
    return text.trim() !== '' && weightHeard(text) === null;
  });
  const divide = (): void => {
    if (isDoubtful) return;
    const said = lines.map(({ grade, wantedGrams }) => {
      const heard = weightHeard(texts[grade.code] ?? '');
      return { gradeCode: grade.code, grams: heard ?? grams(wantedGrams), isSaid: heard !== null };
    });
    onDivide(
      said.some(({ isSaid }) => isSaid)
        ? said.map(({ gradeCode, grams: most }) => ({ gradeCode, grams: most }))
        : null,
    );
  };
  return (
    <details>
      <summary>{words.onlyPart}</summary>
      <form
        class="stack tight"
        onSubmit={(event) => {
          event.preventDefault();
          divide();
        }}
      >
        {lines.map(({ grade }) => (
          <WeightField
            key={grade.code}
            id={`nhan-${grade.code}`}
            label={words.most(titled(named(grade)))}
            hint={words.mostHint}
            isOptional
            value={texts[grade.code] ?? ''}
            onChange={(text) => setTexts({ ...texts, [grade.code]: text })}
          />
        ))}
        <Button isWide icon="refresh" isDisabled={isDoubtful} onPress={divide}>
          {words.divide}
        </Button>
      </form>
    </details>
  );
}
