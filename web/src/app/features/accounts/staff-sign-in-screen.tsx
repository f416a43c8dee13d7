import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { NotDone as Said } from '../../api/use-deed.js';
import { forgetReads } from '../../offline/phone.js';
import { signedIn } from '../../session.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { Button, LinkButton } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import { NotDone } from '../../ui/not-done.js';
import { attempt } from './attempt.js';
import { SecretField } from './secret-field.js';
import { sessionOf } from './session-of.js';
import { SignInAsStaff } from './staff-documents.js';
import { say } from './staff-words.js';

/** Phone, password and the code of the authenticator, on one page: which of them was wrong is not told. */
export default function StaffSignInScreen({ query }: RouteProps) {
  const words = say();
  const { route } = useLocation();
  const [phone, setPhone] = useState(query['so'] ?? '');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [notDone, setNotDone] = useState<Said | null>(null);
  const isAtPhone = notDone?.field === 'phone';

  const enter = async (): Promise<void> => {
    setBusy(true);
    const outcome = await attempt(SignInAsStaff, { input: { phone, password, code } });
    setBusy(false);
    if ('notDone' in outcome) {
      setNotDone(outcome.notDone);
      setCode('');
      return;
    }
    await forgetReads();
    signedIn(sessionOf(outcome.answer));
    route('/app', true);
  };

  return (
    <Screen title={words.title} code="K6" back="/app/vao">
      <form class="stack loose" onSubmit={(event) => event.preventDefault()}>
        <p>{words.intro}</p>
        <NotDone why={isAtPhone ? null : notDone} />
        <TextField
          id="phone"
          label={words.phone}
          error={isAtPhone ? `${notDone.message} ${notDone.nextStep}` : undefined}
          inputMode="tel"
          autocomplete="tel"
          maxLength={20}
          value={phone}
          onChange={setPhone}
        />
        <SecretField
          id="password"
          label={words.password}
          show={words.show}
          autocomplete="current-password"
          value={password}
          onChange={setPassword}
        />
        <TextField
          id="code"
          label={words.code}
          hint={words.codeHint}
          inputMode="numeric"
          autocomplete="one-time-code"
          maxLength={7}
          pattern="\d{6}"
          value={code}
          onChange={(typed) => setCode(typed.normalize('NFKC').replace(/\D/g, ''))}
        />
        <Button
          look="main"
          isWide
          type="submit"
          isDisabled={isBusy || phone === '' || password === '' || code.length !== 6}
          onPress={() => void enter()}
        >
          {isBusy ? words.checking : words.enter}
        </Button>
        <section class="stack tight">
          <h2>{words.firstTime}</h2>
          <p class="earth">{words.firstTimeNote}</p>
          <LinkButton isWide href="/app/vao?ve=/app/can-bo/lap" icon="phone">
            {words.byPhone}
          </LinkButton>
        </section>
      </form>
    </Screen>
  );
}
