import { dayOf, plusDays, type Day } from '../../../../../src/kernel/day.js';
import { useRead } from '../../offline/use-read.js';
import { useDraft } from '../../offline/use-draft.js';
import { session } from '../../session.js';
import { Screen } from '../../shell/screen.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Chip, KeptNote } from '../../ui/chips.js';
import { CropDrawing } from '../../ui/crop-drawing.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { Icon } from '../../ui/icon.js';
import { dayText } from '../../words/format.js';
import { lunarMark } from '../../words/lunar-text.js';
import { named, titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import { OwnIntentions } from '../demand/own-intentions.js';
import { CropBook } from '../lots/documents.js';
import { OwnErrors } from './own-errors.js';
import { PlanForm, type PlanDraft } from './plan-form.js';
import { MyPlans, type CropWindow, type MyPlan } from './season-documents.js';
import { say } from './season-words.js';

const TONES = { DRAFT: 'plain', SUBMITTED: 'amber', CONFIRMED: 'green', CLOSED: 'plain' } as const;
const ICONS = { DRAFT: 'edit', SUBMITTED: 'waiting', CONFIRMED: 'check', CLOSED: 'lock' } as const;

/** What the household expects of its seasons, and when the district picks. */
export default function PlanScreen() {
  const words = say();
  const today = dayOf(new Date());
  const { data, at, isKept, isLoading, fault, refresh } = useRead(MyPlans, {});
  const book = useRead(CropBook, {});
  const form = useDraft<PlanDraft | null>('plan', null);
  const plans = data?.myProductionPlans.nodes ?? [];
  if (form.value) {
    return (
      <PlanForm
        draft={form.value}
        crops={book.data?.crops ?? []}
        today={today}
        onChange={form.change}
        onDone={() => {
          form.discard();
          refresh();
        }}
      />
    );
  }
  const begin = (plan?: MyPlan): void =>
    form.change({
      planId: plan?.id ?? null,
      version: plan?.version ?? null,
      cropCode: plan?.crop.code ?? 'NA',
      weight: plan ? `${plan.expectedG / 1000} kg`.replace('.', ',') : '',
      month: (plan?.firstDay ?? today).slice(0, 7),
      area: plan?.areaM2 ? String(plan.areaM2) : '',
    });
  return (
    <Screen
      title={words.plan}
      code="A14"
      back="/app"
      action={
        <Button look="main" isWide icon="plus" onPress={() => begin()}>
          {words.add}
        </Button>
      }
    >
      <div class="stack">
        {isKept && at && <KeptNote at={at} />}
        {!data && isLoading && <Skeleton rows={3} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && plans.length === 0 && (
          <EmptyState
            picture={<Icon name="calendar" size={56} />}
            title={words.none}
            note={words.noneNote}
          />
        )}
        {plans.map((plan) => (
          <PlanCard key={plan.id} plan={plan} onChange={() => begin(plan)} />
        ))}
        {session.value?.role === 'GROWER' && <OwnIntentions />}
        {session.value?.role === 'GROWER' && <OwnErrors />}
        <LinkButton isWide icon="warning" href="/app/thoi-tiet">
          {words.events}
        </LinkButton>
        {data && <Calendar windows={data.cropCalendar.windows} today={today} />}
      </div>
    </Screen>
  );
}

function PlanCard({ plan, onChange }: { plan: MyPlan; onChange: () => void }) {
  const words = say();
  const canChange = plan.state === 'DRAFT' || plan.state === 'SUBMITTED';
  return (
    <Card
      title={
        <span class="row">
          <CropDrawing code={plan.crop.code} size={40} />
          <span class="grow">
            {titled(named(plan.crop))}, {words.season(plan.season)}
          </span>
        </span>
      }
      aside={
        <Chip tone={TONES[plan.state]} icon={ICONS[plan.state]}>
          {words.state[plan.state]}
        </Chip>
      }
    >
      <p>
        <b>{fmt().load(plan.expectedG)}</b> ·{' '}
        {words.days(dayText(plan.firstDay), dayText(plan.lastDay))}
      </p>
      {plan.reviewNote && <p class="stale">{words.givenBack(plan.reviewNote)}</p>}
      {plan.flags.length > 0 && (
        <p class="earth">{plan.flags.map((flag) => words.flags[flag]).join(', ')}</p>
      )}
      {canChange && (
        <Button isWide icon="edit" onPress={onChange}>
          {words.change}
        </Button>
      )}
    </Card>
  );
}

/** A fortnight of the moon holds one of the two days. */
const FEAST_DAYS = 31;

function Calendar({ windows, today }: { windows: readonly CropWindow[]; today: Day }) {
  const words = say();
  const monthDay = today.slice(5);
  const isOpen = ({ opens, closes }: CropWindow): boolean =>
    opens <= closes
      ? opens <= monthDay && monthDay <= closes
      : monthDay >= opens || monthDay <= closes;
  const short = (text: string): string => `${text.slice(3)}/${text.slice(0, 2)}`;
  const feasts = Array.from({ length: FEAST_DAYS }, (_, ahead) => plusDays(today, ahead)).flatMap(
    (day) => {
      const mark = lunarMark(day);
      return mark ? [`${mark} ${dayText(day).slice(0, 5)}`] : [];
    },
  );
  return (
    <Card title={words.calendar}>
      {windows
        .filter(({ varietyCode }) => varietyCode === null)
        .map((window) => (
          <p class="row apart wrap" key={`${window.cropCode}${window.season}`}>
            <span>
              <b>{titled(named(window.crop))}</b>{' '}
              {words.window(short(window.opens), short(window.closes))}
              <span class="earth">
                {' '}
                · {words.keeps(String(window.shelfDaysFrom), String(window.shelfDaysTo))}
              </span>
            </span>
            {isOpen(window) && (
              <Chip tone="green" icon="basket">
                {words.inSeason}
              </Chip>
            )}
          </p>
        ))}
      <p class="earth">
        {words.feasts} {feasts.join(' · ')}
      </p>
    </Card>
  );
}
