import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { ResultOf } from '../../api/graphql.js';
import { useDeed } from '../../api/use-deed.js';
import { useRead } from '../../offline/use-read.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { Button, IconButton, LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { KeptNote } from '../../ui/chips.js';
import { Switch } from '../../ui/field.js';
import { Icon } from '../../ui/icon.js';
import { NotDone } from '../../ui/not-done.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { fmt, locale } from '../../words/words.js';
import { HealthTests } from './health-tests.js';
import { ApplyPermit, PermitForm } from './permit-documents.js';
import { say } from './permit-words.js';

type Draft = NonNullable<ResultOf<typeof PermitForm>['prefillPermitFromRun']>;

/** PE-01: the permit is asked for from its run; the driver adds the test and who comes along. */
export default function PermitFormScreen({ params }: RouteProps) {
  const words = say();
  const runId = params['id'] ?? '';
  const { data, at, isKept, isLoading, fault, refresh } = useRead(PermitForm, { runId });
  const draft = data?.prefillPermitFromRun;
  const back = `/app/chuyen/${runId}`;
  if (!data || !draft) {
    return (
      <Screen title={words.form} code="L3" back={back}>
        {isLoading && <Skeleton rows={3} />}
        {fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && (
          <EmptyState picture={<Icon name="permit" size={56} />} title={words.gone}>
            <LinkButton href={back}>{words.toRun}</LinkButton>
          </EmptyState>
        )}
      </Screen>
    );
  }
  return (
    <Screen title={words.form} code="L3" back={back}>
      <div class="stack">
        {isKept && at && <KeptNote at={at} />}
        <Needs draft={draft} />
        <HealthTests tests={data.healthProofs} onRecorded={refresh} />
        <Request runId={runId} draft={draft} />
      </div>
    </Screen>
  );
}

function Needs({ draft: { need } }: { draft: Draft }) {
  const words = say();
  if (need.requirements.length === 0) return <p>{words.nothing}</p>;
  return (
    <Card title={words.need}>
      <ul class="stack tight">
        {need.requirements.map(({ code, sentence, isMet }) => (
          <li key={code} class={isMet ? 'met' : 'unmet'}>
            <Icon name={isMet ? 'check' : 'warning'} label={isMet ? words.has : words.lacks} />
            <span>{sentence}</span>
          </li>
        ))}
      </ul>
      {need.requirements.some(({ isMet }) => !isMet) && <p>{need.nextStep}</p>}
    </Card>
  );
}

function Request({ runId, draft }: { runId: string; draft: Draft }) {
  const words = say();
  const deed = useDeed();
  const { route } = useLocation();
  const [companionIds, setCompanions] = useState<readonly string[]>([]);
  const [others, setOthers] = useState(Math.max(0, draft.persons - 1));
  const persons = 1 + companionIds.length + others;
  const { number } = fmt();
  const apply = async (): Promise<void> => {
    const permit = await deed.run(ApplyPermit, {
      runId,
      persons,
      companionIds: [...companionIds],
    });
    if (permit) route(`/app/giay/${permit.id}`);
  };
  return (
    <Card title={words.apply}>
      <dl>
        <Fact label={words.plate} value={draft.plate} />
        <Fact label={words.driver} value={draft.driverName} />
        <Fact label={words.from} value={draft.fromName} />
        <Fact label={words.to} value={draft.destination?.name ?? ''} />
        <Fact
          label={words.goods}
          value={`${locale.value === 'vi' ? draft.crop.nameVi : draft.crop.nameEn}, ${fmt().load(draft.loadGrams)}`}
        />
        <Fact label={words.validTo} value={fmt().moment(new Date(draft.validTo), new Date())} />
      </dl>
      {draft.colleagues.length > 0 && (
        <fieldset class="choices">
          <legend>{words.colleagues}</legend>
          {draft.colleagues.map(({ id, name }) => (
            <Switch
              key={id}
              label={name}
              isOn={companionIds.includes(id)}
              onChange={(isOn) =>
                setCompanions(
                  isOn ? [...companionIds, id] : companionIds.filter((one) => one !== id),
                )
              }
            />
          ))}
        </fieldset>
      )}
      <div class="row apart" role="group" aria-label={words.others}>
        <span>{words.others}</span>
        <span class="row">
          <IconButton
            icon="minus"
            label={words.fewer}
            onPress={() => setOthers(Math.max(0, others - 1))}
          />
          <output class="lead num">{number(others)}</output>
          <IconButton icon="plus" label={words.more} onPress={() => setOthers(others + 1)} />
        </span>
      </div>
      <p>
        {words.persons}: <b class="num">{number(persons)}</b>
      </p>
      {draft.problems.length > 0 && (
        <ul class="stack tight" aria-label={words.problems}>
          {draft.problems.map(({ code, sentence }) => (
            <li key={code} class="unmet">
              <Icon name="warning" />
              <span>{sentence}</span>
            </li>
          ))}
        </ul>
      )}
      <NotDone why={deed.notDone} />
      <Button
        look="main"
        icon="permit"
        isWide
        isDisabled={deed.isBusy}
        onPress={() => void apply()}
      >
        {words.apply}
      </Button>
    </Card>
  );
}

const Fact = ({ label, value }: { label: string; value: string }) => (
  <div class="leader">
    <dt>{label}</dt>
    <dd class="num">{value}</dd>
  </div>
);
