import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { Id } from '../../../../../src/kernel/id.js';
import { isOnline } from '../../api/line.js';
import { useRead } from '../../offline/use-read.js';
import { session } from '../../session.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Choices } from '../../ui/field.js';
import { Icon } from '../../ui/icon.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { toast } from '../../ui/toast.js';
import { beginLot } from '../lots/offer-lot.js';
import { AskByCode } from './ask-by-code.js';
import { AskByPaper } from './ask-by-paper.js';
import { HouseholdAtCounter, type AtCounter } from './counter-documents.js';
import { say } from './counter-words.js';
import { RestsOn } from './rests-on.js';
import { StopGrant } from './stop-grant.js';

type Power = AtCounter['grants'][number]['power'];
const POWERS: readonly Power[] = ['SELL_FOR', 'SEE_LOTS', 'RECEIVE_PAYMENT'];

/** One household at the counter: what it lets the asking party do, how it agrees to more, how it takes it back. */
export default function AskHouseholdScreen({ params }: RouteProps) {
  const words = say();
  const { data, isLoading, fault, refresh } = useRead(HouseholdAtCounter, {
    householdId: params['id'] ?? '',
  });
  const household = data?.householdAtCounter;
  return (
    <Screen title={words.title} code="A20" back="/app/xin-phep">
      <div class="stack loose">
        {!data && isLoading && <Skeleton rows={2} height={6} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && !household && (
          <EmptyState
            picture={<Icon name="people" size={56} />}
            title={words.gone}
            note={words.goneNote}
          />
        )}
        {household && (
          <>
            <Standing household={household} onChanged={refresh} />
            <Asking household={household} onRecorded={refresh} />
            <LinkButton look="quiet" isWide href={`/app/xin-phep/${household.id}/xoa`}>
              {words.forget}
            </LinkButton>
          </>
        )}
      </div>
    </Screen>
  );
}

interface OfHousehold {
  household: AtCounter;
}

function Standing({ household, onChanged }: OfHousehold & { onChanged: () => void }) {
  const words = say();
  const { route } = useLocation();
  const [stopping, setStopping] = useState<AtCounter['grants'][number] | null>(null);
  const { id, name, hamlet, grants } = household;
  const sell = async (): Promise<void> => {
    route(await beginLot({ household: { id: id as Id, name } }, id));
  };
  return (
    <>
      <Card title={name}>
        {hamlet && <p class="earth">{hamlet}</p>}
        {grants.length === 0 && <p>{words.nothing}</p>}
        {grants.map((grant) => (
          <div class="stack tight" key={grant.id}>
            <p>
              <b>{words.powers[grant.power]}</b>
              <br />
              <RestsOn grant={grant} />
            </p>
            {grant.power === 'SELL_FOR' && (
              <Button look="main" isWide icon="stall" onPress={() => void sell()}>
                {words.sell}
              </Button>
            )}
            <Button look="stop" isWide onPress={() => setStopping(grant)}>
              {words.stop}
            </Button>
          </div>
        ))}
      </Card>
      {stopping && (
        <StopGrant
          grantId={stopping.id}
          words={{
            title: words.stopAsk(words.powers[stopping.power].toLowerCase()),
            now: words.stopNow,
            yes: words.stopYes,
            no: words.stopNo,
          }}
          onClose={() => setStopping(null)}
          onStopped={() => {
            setStopping(null);
            onChanged();
          }}
        />
      )}
    </>
  );
}

/** For what, and how: a commune's officer asks for selling alone. */
function Asking({ household, onRecorded }: OfHousehold & { onRecorded: () => void }) {
  const words = say();
  const isOfficer = session.value?.role === 'COMMUNE_OFFICER';
  const granted = new Set(household.grants.map(({ power }) => power));
  const open = POWERS.filter(
    (power) => !granted.has(power) && (!isOfficer || power === 'SELL_FOR'),
  );
  const [chosen, setChosen] = useState<Power | null>(null);
  const [how, setHow] = useState<'CODE' | 'PAPER' | null>(null);
  const power = chosen && open.includes(chosen) ? chosen : open.length === 1 ? open[0]! : null;
  if (open.length === 0) return null;
  const done = (): void => {
    setChosen(null);
    setHow(null);
    toast(words.recorded(household.name));
    onRecorded();
  };
  return (
    <section class="stack">
      {!isOnline.value && <p class="stale">{words.needLine}</p>}
      {open.length > 1 && (
        <Choices
          name="power"
          legend={words.what}
          choices={open.map((value) => ({
            value,
            label: words.powers[value],
            note: words.powerNotes[value],
          }))}
          value={power}
          onChange={setChosen}
        />
      )}
      {power && (
        <>
          <h2>{words.how}</h2>
          {household.hasPhone ? (
            how !== 'PAPER' && (
              <AskByCode
                key={power}
                householdId={household.id}
                power={power}
                onAsked={() => setHow('CODE')}
                onRecorded={done}
              />
            )
          ) : (
            <p class="stale">{words.noPhone}</p>
          )}
          {how !== 'PAPER' && (
            <Button isWide icon="camera" onPress={() => setHow('PAPER')}>
              {words.byPaper}
            </Button>
          )}
          {how === 'PAPER' && (
            <AskByPaper householdId={household.id} power={power} onRecorded={done} />
          )}
          {how === 'PAPER' && household.hasPhone && (
            <Button look="quiet" isWide onPress={() => setHow(null)}>
              {words.byCode}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
