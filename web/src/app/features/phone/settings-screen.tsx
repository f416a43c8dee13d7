import { useState } from 'preact/hooks';
import { queue, undoneElsewhere } from '../../offline/phone.js';
import { isUndone } from '../../offline/queue.js';
import { session } from '../../session.js';
import { savesData, theme, type Theme } from '../../settings.js';
import { useNewVersion, waitingVersion } from '../../shell/new-version.js';
import { Screen } from '../../shell/screen.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Choices, Switch } from '../../ui/field.js';
import { Icon } from '../../ui/icon.js';
import { ConfirmSheet } from '../../ui/sheet.js';
import { leave } from '../accounts/session-of.js';
import { locale, type Locale } from '../../words/words.js';
import { say } from './words.js';

declare const APP_VERSION: string;

const LANGUAGES: readonly { value: Locale; label: string }[] = [
  { value: 'vi', label: 'Tiếng Việt' },
  { value: 'en', label: 'English' },
];

/** Who may let a colleague set up the staff sign-in anew. */
const RECOVERS: ReadonlySet<string> = new Set(['OFFICE_STAFF', 'ADMIN']);

/** Whose papers are looked at before they publish anything. */
const HANDS_IN: ReadonlySet<string> = new Set(['NEWCOMER', 'TRADER', 'TRANSPORTER']);

/** Who lets somebody in whom no message reaches. */
const VOUCHES: ReadonlySet<string> = new Set(['COMMUNE_OFFICER', 'OFFICE_STAFF']);

/** Who watches over what messages cost. */
const PAYS: ReadonlySet<string> = new Set(['ADMIN', 'OFFICE_STAFF']);

export default function SettingsScreen() {
  const words = say().settings;
  const themes: readonly Theme[] = ['auto', 'light', 'dark'];
  return (
    <Screen title={words.title} code="M2" back="/app">
      <div class="stack loose">
        {waitingVersion.value && (
          <Card title={words.update} isPanel>
            <Button look="main" isWide icon="refresh" onPress={useNewVersion}>
              {words.updateNow}
            </Button>
          </Card>
        )}
        <Choices
          name="language"
          legend={words.language}
          choices={LANGUAGES}
          value={locale.value}
          onChange={(chosen) => (locale.value = chosen)}
        />
        <Choices
          name="theme"
          legend={words.theme}
          choices={themes.map((value) => ({
            value,
            label: words.themes[value],
            picture: (
              <Icon name={value === 'dark' ? 'moon' : value === 'light' ? 'sun' : 'device'} />
            ),
          }))}
          value={theme.value}
          onChange={(chosen) => (theme.value = chosen)}
        />
        <Switch
          label={words.dataSaver}
          note={words.dataSaverNote}
          isOn={savesData.value}
          onChange={(isOn) => (savesData.value = isOn)}
        />
        {session.value && (
          <LinkButton isWide href="/app/vai" icon="people">
            {words.role}
          </LinkButton>
        )}
        {RECOVERS.has(session.value?.role ?? '') && (
          <LinkButton isWide href="/app/can-bo/cap-lai" icon="lock">
            {words.recoveries}
          </LinkButton>
        )}
        {session.value && (
          <LinkButton isWide href="/app/bao-tin" icon="bell">
            {words.messages}
          </LinkButton>
        )}
        {session.value && (
          <LinkButton isWide href="/app/may" icon="device">
            {words.devices}
          </LinkButton>
        )}
        {session.value && (
          <LinkButton isWide href="/app/doi" icon="edit">
            {words.changes}
          </LinkButton>
        )}
        {session.value && (
          <LinkButton isWide href="/app/du-lieu" icon="eye">
            {words.ownData}
          </LinkButton>
        )}
        {HANDS_IN.has(session.value?.role ?? '') && (
          <LinkButton isWide href="/app/dang-ky" icon="order">
            {words.papers}
          </LinkButton>
        )}
        {VOUCHES.has(session.value?.role ?? '') && (
          <LinkButton isWide href="/app/cap-ma" icon="lock">
            {words.vouch}
          </LinkButton>
        )}
        {PAYS.has(session.value?.role ?? '') && (
          <LinkButton isWide href="/app/qt/tin-nhan" icon="money">
            {words.messageCosts}
          </LinkButton>
        )}
        {session.value?.role === 'ADMIN' && (
          <LinkButton isWide href="/app/qt" icon="people">
            {words.parties}
          </LinkButton>
        )}
        {session.value && <SignOut />}
        <p class="earth num">{words.version(APP_VERSION)}</p>
      </div>
    </Screen>
  );
}

function SignOut() {
  const words = say().settings;
  const [isAsked, setIsAsked] = useState(false);
  const [elsewhere, setElsewhere] = useState(0);
  const here = queue.value.filter(isUndone).length;
  const ask = async (): Promise<void> => {
    setElsewhere(await undoneElsewhere().catch(() => 0));
    setIsAsked(true);
  };
  return (
    <>
      <Button look="stop" isWide icon="signOut" onPress={() => void ask()}>
        {words.signOut}
      </Button>
      <ConfirmSheet
        title={words.signOutAsk}
        note={
          [here && words.signOutUnsent(here), elsewhere && words.signOutElsewhere(elsewhere)]
            .filter(Boolean)
            .join(' ') || words.signOutNote
        }
        yes={words.signOutYes}
        no={words.stay}
        isOpen={isAsked}
        onNo={() => setIsAsked(false)}
        onYes={() => {
          setIsAsked(false);
          void leave();
        }}
      >
        {elsewhere > 0 && (
          <LinkButton isWide href="/app/vai" icon="people">
            {words.role}
          </LinkButton>
        )}
      </ConfirmSheet>
    </>
  );
}
