import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { dayOf, plusDays } from '../../../../../src/kernel/day.js';
import type { Id } from '../../../../../src/kernel/id.js';
import { useRead } from '../../offline/use-read.js';
import { Screen } from '../../shell/screen.js';
import { Button, LinkButton } from '../../ui/button.js';
import { KeptNote } from '../../ui/chips.js';
import { TextField } from '../../ui/field.js';
import type { IconName } from '../../ui/icon.js';
import { ErrorState, Skeleton } from '../../ui/states.js';
import { fmt } from '../../words/words.js';
import { beginLot } from '../lots/offer-lot.js';
import { say } from './commune-words.js';
import { Gathered } from './gather-documents.js';
import { plain } from './reports.js';

const PLACES = [
  ['report', '/app/xa/bao-ho', 'edit'],
  ['calls', '/app/nho-goi', 'phone'],
  ['lots', '/app/lo', 'stall'],
  ['newHouseholds', '/app/them-ho', 'plus'],
  ['ask', '/app/xin-phep', 'permit'],
  ['acts', '/app/lam-thay', 'undo'],
  ['forceMajeure', '/app/bat-kha-khang', 'shield'],
  ['prices', '/gia', 'tag'],
] as const satisfies readonly (readonly [string, string, IconName])[];
const MOST_SHOWN = 5;

/** What an officer does for the households of her commune, so that who has no phone is on the market too. */
export default function CommuneScreen() {
  const words = say();
  return (
    <Screen title={words.title} code="O12">
      <div class="stack loose">
        <nav class="stack" aria-label={words.title}>
          {PLACES.map(([name, href, icon]) => (
            <LinkButton key={href} isWide icon={icon} href={href}>
              {words[name]}
            </LinkButton>
          ))}
        </nav>
        <SellFor />
      </div>
    </Screen>
  );
}

/** A lot in the name of a household that is found by its name. */
function SellFor() {
  const words = say();
  const { route } = useLocation();
  const day = plusDays(dayOf(new Date()), 1);
  const { data, at, isKept, isLoading, fault, refresh } = useRead(Gathered, {
    day,
    cropCode: null,
  });
  const [text, setText] = useState('');
  const households = new Map(
    (data?.coopForecast.rows ?? []).map(({ householdId: id, name, hamlet, isEntrusted }) => [
      id,
      { id: id as Id, name, hamlet, isEntrusted },
    ]),
  );
  const sought = plain(text.trim());
  const found = [...households.values()].filter(({ name, hamlet }) =>
    plain(`${name} ${hamlet ?? ''}`).includes(sought),
  );
  const sell = async (id: Id, name: string): Promise<void> => {
    route(await beginLot({ household: { id, name } }, id));
  };
  return (
    <section class="stack">
      <h2>{words.sellTitle}</h2>
      <p class="earth">{words.sellNote}</p>
      {isKept && at && <KeptNote at={at} />}
      {!data && isLoading && <Skeleton rows={2} />}
      {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
      {data && (
        <TextField
          id="tim-ho"
          label={words.find}
          hint={words.findHint}
          autocomplete="off"
          maxLength={60}
          value={text}
          onChange={setText}
        />
      )}
      {data && sought !== '' && found.length === 0 && <p role="status">{words.noMatch}</p>}
      {sought !== '' &&
        found.slice(0, MOST_SHOWN).map(({ id, name, hamlet, isEntrusted }) =>
          isEntrusted ? (
            <Button key={id} isWide icon="stall" onPress={() => void sell(id, name)}>
              <span>
                {words.sell(name)}
                <br />
                <small class="earth">{hamlet}</small>
              </span>
            </Button>
          ) : (
            <LinkButton key={id} isWide icon="permit" href={`/app/xin-phep/${id}`}>
              <span>
                {words.askFirst(name)}
                <br />
                <small class="earth">{words.notAsked}</small>
              </span>
            </LinkButton>
          ),
        )}
      {sought !== '' && found.length > MOST_SHOWN && (
        <p class="earth">{words.many(fmt().number(found.length - MOST_SHOWN))}</p>
      )}
    </section>
  );
}
