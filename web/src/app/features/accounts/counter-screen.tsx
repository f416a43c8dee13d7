import { useState } from 'preact/hooks';
import { isOnline } from '../../api/line.js';
import { useRead } from '../../offline/use-read.js';
import { session } from '../../session.js';
import { Screen } from '../../shell/screen.js';
import { Button, LinkButton } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import { Icon } from '../../ui/icon.js';
import { EmptyState, ErrorState, Skeleton, TooMany } from '../../ui/states.js';
import { fmt } from '../../words/words.js';
import { HouseholdsAtCounter } from './counter-documents.js';
import { say } from './counter-words.js';

/** Whom to ask: members of the cooperative, or households of the commune, whether they ever held a telephone or not. */
export default function CounterScreen() {
  const words = say();
  const [typed, setTyped] = useState('');
  const [sought, setSought] = useState('');
  const { data, isLoading, fault, refresh } = useRead(HouseholdsAtCounter, { words: sought });
  const found = data?.householdsAtCounter.nodes ?? [];
  const back = session.value?.role === 'COOP_CLERK' ? '/app/htx' : '/app/xa';
  return (
    <Screen title={words.title} code="A19" back={back}>
      <div class="stack">
        <p>{words.intro}</p>
        {!isOnline.value && <p class="stale">{words.needLine}</p>}
        <form class="stack tight" onSubmit={(event) => event.preventDefault()}>
          <TextField
            id="counter-find"
            label={words.find}
            hint={words.findHint}
            autocomplete="off"
            maxLength={60}
            value={typed}
            onChange={setTyped}
          />
          <Button isWide icon="search" type="submit" onPress={() => setSought(typed.trim())}>
            {words.look}
          </Button>
        </form>
        {!data && isLoading && <Skeleton rows={3} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && found.length === 0 && (
          <EmptyState
            picture={<Icon name="people" size={56} />}
            title={words.none}
            note={words.noneNote}
          />
        )}
        {found.map(({ id, name, hamlet, grants }) => (
          <LinkButton key={id} isWide href={`/app/xin-phep/${id}`}>
            <span>
              {name}
              <br />
              <small class="earth">
                {[
                  hamlet,
                  grants.some(({ power }) => power === 'SELL_FOR') ? words.sells : words.asked,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </span>
          </LinkButton>
        ))}
        {data?.householdsAtCounter.pageInfo.hasNextPage && (
          <TooMany shown={fmt().number(found.length)} />
        )}
      </div>
    </Screen>
  );
}
