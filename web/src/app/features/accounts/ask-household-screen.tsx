import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { Id } from '../../../../../src/kernel/id.js';
import { useRead } from '../../offline/use-read.js';
import { session } from '../../session.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Choices } from '../../ui/field.js';
import { toast } from '../../ui/toast.js';
import { beginLot } from '../lots/offer-lot.js';
import { AtCounter } from './at-counter.js';
import {
  AskForGrant,
  HouseholdAtCounter,
  RecordGrant,
  type AskedHousehold,
} from './counter-documents.js';
import { say } from './counter-words.js';
import { GivenWord } from './given-word.js';
import { RestsOn } from './rests-on.js';
import { StopGrant } from './stop-grant.js';

type Power = AskedHousehold['grants'][number]['power'];
const POWERS: readonly Power[] = ['SELL_FOR', 'SEE_LOTS', 'RECEIVE_PAYMENT'];

/** One household at the counter: what it lets the asking party do, how it agrees to more, how it takes it back. */
export default function AskHouseholdScreen({ params }: RouteProps) {
  const words = say();
  const read = useRead(HouseholdAtCounter, { householdId: params['id'] ?? '' });
  return (
    <AtCounter title={words.title} code="A20" back="/app/xin-phep" read={read}>
      {(household) => (
        <>
          <Standing household={household} onChanged={read.refresh} />
          <Asking household={household} onRecorded={read.refresh} />
          <LinkButton look="quiet" isWide href={`/app/xin-phep/${household.id}/du-lieu`}>
            {words.takeData}
          </LinkButton>
          <LinkButton look="quiet" isWide href={`/app/xin-phep/${household.id}/xoa`}>
            {words.forget}
          </LinkButton>
        </>
      )}
    </AtCounter>
  );
}

interface OfHousehold {
  household: AskedHousehold;
}

function Standing({ household, onChanged }: OfHousehold & { onChanged: () => void }) {
  const words = say();
  const { route } = useLocation();
  const [stopping, setStopping] = useState<AskedHousehold['grants'][number] | null>(null);
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
  const power = chosen && open.includes(chosen) ? chosen : open.length === 1 ? open[0]! : null;
  if (open.length === 0) return null;
  const done = (): void => {
    setChosen(null);
    toast(words.recorded(household.name));
    onRecorded();
  };
  return (
    <section class="stack">
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
          <GivenWord
            key={power}
            id="grant-code"
            look="main"
            hasPhone={household.hasPhone}
            words={{ ...words, paperHow: words.paperHow(words.us[isOfficer ? 'commune' : 'coop']) }}
            onAsk={(asking) => asking.run(AskForGrant, { householdId: household.id, power })}
            onGiven={async (recording, proof) => {
              const wish = { householdId: household.id, power, ...proof };
              if (await recording.run(RecordGrant, wish)) done();
            }}
          />
        </>
      )}
    </section>
  );
}
