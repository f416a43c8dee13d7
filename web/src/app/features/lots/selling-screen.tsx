import { useState } from 'preact/hooks';
import { dayOf, isDay, plusDays } from '../../../../../src/kernel/day.js';
import type { Id } from '../../../../../src/kernel/id.js';
import type { ResultOf } from '../../api/graphql.js';
import { useDeed } from '../../api/use-deed.js';
import { useRead } from '../../offline/use-read.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { KeptNote } from '../../ui/chips.js';
import { Field } from '../../ui/field.js';
import { NotDone } from '../../ui/not-done.js';
import { saidAt, saidElsewhere } from '../../ui/said-at.js';
import { ErrorState, Skeleton } from '../../ui/states.js';
import { dayText } from '../../words/format.js';
import { fmt } from '../../words/words.js';
import { Claims } from './household-claims.js';
import { PauseSelling, ResumeSelling, Selling } from './selling-documents.js';
import { say } from './selling-words.js';

const WEEK = 7;

/** Days on which a household does not sell, and the papers its lots may name; for a member with `?ho=` and its name. */
export default function SellingScreen({ query }: RouteProps) {
  const words = say();
  const householdId = (query['ho'] ?? null) as Id | null;
  const { data, at, isKept, isLoading, fault, refresh } = useRead(Selling, { householdId });
  return (
    <Screen title={words.title} code="A17" back="/app/lo">
      <div class="stack">
        {query['ten'] && <h2>{query['ten']}</h2>}
        {isKept && at && <KeptNote at={at} />}
        {!data && isLoading && <Skeleton rows={2} height={12} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data?.sellingStanding && (
          <Pause standing={data.sellingStanding} householdId={householdId} onDone={refresh} />
        )}
        {data && (
          <Claims claims={data.householdClaims} householdId={householdId} onDone={refresh} />
        )}
      </div>
    </Screen>
  );
}

interface PauseProps {
  standing: NonNullable<ResultOf<typeof Selling>['sellingStanding']>;
  householdId: Id | null;
  onDone: () => void;
}

function Pause({ standing, householdId, onDone }: PauseProps) {
  const words = say();
  const deed = useDeed();
  const today = dayOf(new Date());
  const [firstDay, setFirst] = useState<string>(today);
  const [lastDay, setLast] = useState<string>(plusDays(today, WEEK));
  const { pause, hiddenLots, promisedGrams } = standing;
  const rest = async (): Promise<void> => {
    if (!isDay(firstDay) || !isDay(lastDay)) return;
    if (await deed.run(PauseSelling, { householdId, firstDay, lastDay })) onDone();
  };
  const resume = async (): Promise<void> => {
    if (await deed.run(ResumeSelling, { householdId })) onDone();
  };
  const isDisabled = deed.isBusy;
  if (pause)
    return (
      <Card title={words.pause}>
        <p>
          <b>{words.resting(dayText(pause.firstDay), dayText(pause.lastDay))}</b>
        </p>
        {hiddenLots > 0 && <p>{words.hidden(fmt().number(hiddenLots))}</p>}
        {promisedGrams > 0 && <p>{words.promised(fmt().kg(promisedGrams))}</p>}
        <NotDone why={deed.notDone} />
        <Button look="main" isWide isDisabled={isDisabled} onPress={() => void resume()}>
          {words.resume}
        </Button>
      </Card>
    );
  return (
    <Card title={words.pause}>
      <p class="earth">{words.pauseNote}</p>
      <DateField
        id="first-day"
        label={words.from}
        error={saidAt(deed.notDone, 'firstDay')}
        value={firstDay}
        onChange={setFirst}
      />
      <DateField
        id="last-day"
        label={words.to}
        error={saidAt(deed.notDone, 'lastDay')}
        value={lastDay}
        onChange={setLast}
      />
      <NotDone why={saidElsewhere(deed.notDone, 'firstDay', 'lastDay')} />
      <Button
        isWide
        icon="lock"
        isDisabled={isDisabled || !isDay(firstDay) || !isDay(lastDay)}
        onPress={() => void rest()}
      >
        {words.rest}
      </Button>
    </Card>
  );
}

interface DateFieldProps {
  id: string;
  label: string;
  error: string | undefined;
  /** As it stands in the field: empty while no whole day does. */
  value: string;
  onChange: (day: string) => void;
}

const DateField = ({ id, label, error, value, onChange }: DateFieldProps) => (
  <Field id={id} label={label} error={error}>
    {(tied) => (
      <input
        class="input"
        type="date"
        {...tied}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    )}
  </Field>
);
