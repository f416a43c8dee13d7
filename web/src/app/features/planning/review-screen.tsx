import { useState } from 'preact/hooks';
import type { Id } from '../../../../../src/kernel/id.js';
import { ask } from '../../api/ask.js';
import { useDeed } from '../../api/use-deed.js';
import { useDraft } from '../../offline/use-draft.js';
import { useLater } from '../../offline/use-later.js';
import { useRead } from '../../offline/use-read.js';
import { session } from '../../session.js';
import { Screen } from '../../shell/screen.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Chip, KeptNote } from '../../ui/chips.js';
import { Field, TextField } from '../../ui/field.js';
import { Icon } from '../../ui/icon.js';
import { More } from '../../ui/more.js';
import { NotDone } from '../../ui/not-done.js';
import { saidAt, saidElsewhere } from '../../ui/said-at.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { dayText } from '../../words/format.js';
import { named, titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import { PlansToReview, ReviewPlan, type ReviewedPlan } from './season-documents.js';
import { say } from './season-words.js';

type State = ReviewedPlan['state'];
const STATES: readonly State[] = ['SUBMITTED', 'CONFIRMED', 'DRAFT', 'CLOSED'];

const canSetCalendar = (): boolean => ['OFFICE_STAFF', 'ADMIN'].includes(session.value?.role ?? '');

/** Plans of the communes one answers for, what looks implausible first to the eye. */
export default function ReviewScreen() {
  const words = say();
  const [state, setState] = useState<State>('SUBMITTED');
  const { data, at, isKept, isLoading, fault, refresh } = useRead(PlansToReview, {
    filter: { state },
    after: null,
  });
  const page = data?.productionPlans;
  const list = useLater(
    page,
    async (after) => (await ask(PlansToReview, { filter: { state }, after })).productionPlans,
  );
  return (
    <Screen title={words.review} code="O6" back="/app/vp" density="desk">
      <div class="stack">
        <LinkButton isWide icon="warning" href="/app/thoi-tiet">
          {words.events}
        </LinkButton>
        {session.value?.role !== 'COOP_CLERK' && (
          <LinkButton isWide icon="scale" href="/app/vp/sai-so">
            {words.errors}
          </LinkButton>
        )}
        {canSetCalendar() && (
          <LinkButton isWide icon="calendar" href="/app/vp/mua-vu">
            {words.calendar}
          </LinkButton>
        )}
        <Field id="buoc" label={words.which}>
          {(tied) => (
            <select
              class="input"
              {...tied}
              value={state}
              onChange={({ currentTarget }) => setState(currentTarget.value as State)}
            >
              {STATES.map((one) => (
                <option key={one} value={one}>
                  {words.state[one]}
                </option>
              ))}
            </select>
          )}
        </Field>
        {isKept && at && <KeptNote at={at} />}
        {!page && isLoading && <Skeleton rows={4} />}
        {!page && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {page && page.nodes.length === 0 && (
          <EmptyState picture={<Icon name="check" size={56} />} title={words.noneToReview} />
        )}
        <div class="columns">
          {list.nodes.map((plan) => (
            <PlanToReview key={plan.id} plan={plan} onDone={refresh} />
          ))}
        </div>
        <More of={list} />
      </div>
    </Screen>
  );
}

function PlanToReview({ plan, onDone }: { plan: ReviewedPlan; onDone: () => void }) {
  const words = say();
  const deed = useDeed();
  const note = useDraft<string | null>(`plan-note:${plan.id}`, null);
  const decide = async (decision: 'CONFIRM' | 'GIVE_BACK' | 'CLOSE'): Promise<void> => {
    const done = await deed.run(ReviewPlan, {
      planId: plan.id as Id,
      expectedVersion: plan.version,
      decision,
      note: decision === 'GIVE_BACK' ? (note.value ?? '') : null,
    });
    if (!done) return;
    note.discard();
    onDone();
  };
  const isWriting = typeof note.value === 'string';
  return (
    <Card
      title={`${plan.commune.name} · ${plan.household?.name ?? words.wholeCommune}`}
      aside={<b class="num">{fmt().load(plan.expectedG)}</b>}
    >
      <p>
        {titled(named(plan.crop))}, {words.season(plan.season)} ·{' '}
        {words.days(dayText(plan.firstDay), dayText(plan.lastDay))}
        {plan.kgPerHa !== null && (
          <>
            {' '}
            · {fmt().number(Math.round(plan.kgPerHa / 100))} {words.yield.toLowerCase()}
          </>
        )}
      </p>
      {plan.flags.length > 0 && (
        <p class="row wrap">
          {plan.flags.map((flag) => (
            <Chip key={flag} tone="amber" icon="warning">
              {words.flags[flag]}
            </Chip>
          ))}
        </p>
      )}
      {plan.reviewNote && <p class="earth">{words.givenBack(plan.reviewNote)}</p>}
      <NotDone why={isWriting ? saidElsewhere(deed.notDone, 'note') : deed.notDone} />
      {isWriting && (
        <TextField
          id={`vi-sao-${plan.id}`}
          label={words.reason}
          maxLength={300}
          error={saidAt(deed.notDone, 'note')}
          value={note.value ?? ''}
          onChange={note.change}
        />
      )}
      <div class="pair">
        {plan.state === 'SUBMITTED' && !isWriting && (
          <Button look="main" isDisabled={deed.isBusy} onPress={() => void decide('CONFIRM')}>
            {words.confirm}
          </Button>
        )}
        {(plan.state === 'SUBMITTED' || plan.state === 'CONFIRMED') && (
          <Button
            isDisabled={deed.isBusy || note.value?.trim() === ''}
            onPress={() => (isWriting ? void decide('GIVE_BACK') : note.change(''))}
          >
            {words.giveBack}
          </Button>
        )}
        {isWriting && (
          <Button look="quiet" onPress={note.discard}>
            {words.cancel}
          </Button>
        )}
        {plan.state === 'CONFIRMED' && !isWriting && (
          <Button isDisabled={deed.isBusy} onPress={() => void decide('CLOSE')}>
            {words.close}
          </Button>
        )}
      </div>
    </Card>
  );
}
