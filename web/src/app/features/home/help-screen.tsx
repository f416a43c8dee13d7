import { useState } from 'preact/hooks';
import { isRefusal } from '../../../../../src/kernel/refusal.js';
import { normalisePhone } from '../../../../../src/accounts/domain/phone.js';
import { useDraft } from '../../offline/use-draft.js';
import { useRead } from '../../offline/use-read.js';
import { session } from '../../session.js';
import { Screen } from '../../shell/screen.js';
import { Button, LinkButton } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import { toFirstWrong } from '../../ui/point-out.js';
import { phoneText } from '../../words/format.js';
import { graphql } from '../../api/graphql.js';
import { say } from './words.js';

const Contacts = graphql(`
  query Contacts {
    myDeals(first: 20) {
      nodes {
        state
        buyer {
          name
          phone
        }
        runStop {
          driver {
            name
            phone
          }
        }
      }
    }
  }
`);

interface Helper {
  name: string;
  phone: string;
}

const NOBODY: readonly Helper[] = [];

/** One tap to a human voice: people the household chose itself, and those it has a deal with. Kept on the phone. */
export default function HelpScreen() {
  const words = say();
  const { data } = useRead(Contacts, {});
  const { value: own, change } = useDraft<readonly Helper[]>('helpers', NOBODY);
  const [isAdding, setAdding] = useState(false);
  const others = new Map<string, string>();
  for (const { state, buyer, runStop } of data?.myDeals.nodes ?? []) {
    if (state === 'PAID' || state === 'CANCELLED') continue;
    if (buyer.phone) others.set(buyer.phone, `${words.buyer}: ${buyer.name}`);
    const driver = runStop?.driver;
    if (driver?.phone) others.set(driver.phone, `${words.driver}: ${driver.name}`);
  }
  const hasOwn = own !== undefined && own.length > 0;
  return (
    <Screen title={words.helpTitle} code="A8" back="/app">
      <div class="stack">
        <p>{words.helpIntro}</p>
        <h2>{words.helpOwn}</h2>
        {own && !hasOwn && <p class="earth">{words.helpNone}</p>}
        {own?.map((helper) => (
          <div class="stack tight" key={helper.phone}>
            <LinkButton look="main" isWide icon="phone" href={`tel:${helper.phone}`}>
              <Named name={helper.name} phone={helper.phone} />
            </LinkButton>
            {isAdding && (
              <Button
                look="quiet"
                isWide
                icon="trash"
                onPress={() => change(own.filter(({ phone }) => phone !== helper.phone))}
              >
                {words.helpDrop(helper.name)}
              </Button>
            )}
          </div>
        ))}
        {isAdding || (own && !hasOwn) ? (
          <AddHelper
            onHelper={(helper) => {
              const kept = (own ?? NOBODY).filter(({ phone }) => phone !== helper.phone);
              change([...kept, helper]);
              setAdding(false);
            }}
          />
        ) : (
          <Button isWide icon="plus" onPress={() => setAdding(true)}>
            {words.helpAdd}
          </Button>
        )}
        {session.value?.role === 'GROWER' && (
          <LinkButton isWide icon="phone" href="/app/xin-goi">
            {words.helpCallBack}
          </LinkButton>
        )}
        {session.value?.role === 'GROWER' && <Trust />}
        {others.size > 0 && <h2>{words.helpDeals}</h2>}
        {[...others].map(([phone, name]) => (
          <LinkButton key={phone} isWide icon="phone" href={`tel:${phone}`}>
            <Named name={name} phone={phone} />
          </LinkButton>
        ))}
      </div>
    </Screen>
  );
}

/** Who acts for the household, and for whom it acts. */
function Trust() {
  const words = say();
  return (
    <>
      <h2>{words.helpTrust}</h2>
      <LinkButton isWide icon="people" href="/app/uy-quyen">
        {words.helpGrants}
      </LinkButton>
      <LinkButton isWide icon="undo" href="/app/lam-thay">
        {words.helpActs}
      </LinkButton>
      <LinkButton isWide icon="person" href="/app/duoc-nho">
        {words.helpTrusted}
      </LinkButton>
    </>
  );
}

const Named = ({ name, phone }: Helper) => (
  <span>
    {name}
    <br />
    <span class="num">{phoneText(phone)}</span>
  </span>
);

function AddHelper({ onHelper }: { onHelper: (helper: Helper) => void }) {
  const words = say();
  const [name, setName] = useState('');
  const [typed, setTyped] = useState('');
  const [isTried, setTried] = useState(false);
  const phone = normalisePhone(typed);
  const save = (): void => {
    setTried(true);
    toFirstWrong();
    if (!isRefusal(phone)) onHelper({ name: name.trim() || phoneText(phone), phone });
  };
  return (
    <form class="stack" onSubmit={(event) => event.preventDefault()}>
      <TextField
        id="helper-name"
        label={words.helpName}
        hint={words.helpNameHint}
        isOptional
        autocomplete="off"
        maxLength={40}
        value={name}
        onChange={setName}
      />
      <TextField
        id="helper-phone"
        label={words.helpPhone}
        error={isTried && isRefusal(phone) ? words.helpWrong : undefined}
        inputMode="tel"
        autocomplete="off"
        maxLength={20}
        value={typed}
        onChange={setTyped}
      />
      <Button isWide type="submit" icon="check" onPress={save}>
        {words.helpSave}
      </Button>
    </form>
  );
}
