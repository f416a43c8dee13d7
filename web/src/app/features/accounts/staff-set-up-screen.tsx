import { useState } from 'preact/hooks';
import { useDeed, type NotDone as Said } from '../../api/use-deed.js';
import { Screen } from '../../shell/screen.js';
import { Button, LinkButton } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import { NotDone } from '../../ui/not-done.js';
import { saidAt, saidElsewhere } from '../../ui/said-at.js';
import { QrView } from '../../ui/qr-view.js';
import { Receipt } from '../../ui/sheet.js';
import { attempt } from './attempt.js';
import { SecretField } from './secret-field.js';
import { FinishSetUp, StartSetUp } from './staff-documents.js';
import { say } from './staff-words.js';

interface Secret {
  secret: string;
  uri: string;
}

/** Ties an authenticator and chooses a password. The secret lives on this page alone and is gone with it. */
export default function StaffSetUpScreen() {
  const words = say();
  const [made, setMade] = useState<Secret | null>(null);
  const [isDone, setDone] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [notDone, setNotDone] = useState<Said | null>(null);

  const start = async (): Promise<void> => {
    setBusy(true);
    const outcome = await attempt(StartSetUp, {});
    setBusy(false);
    if ('notDone' in outcome) setNotDone(outcome.notDone);
    else setMade(outcome.answer);
  };

  return (
    <Screen title={words.setUpTitle} code="K7" back="/app/vai">
      {isDone ? (
        <Receipt icon="lock" title={words.ready}>
          <p>{words.readyNote}</p>
          <LinkButton look="main" isWide href="/app/vao/can-bo" icon="person">
            {words.title}
          </LinkButton>
        </Receipt>
      ) : made ? (
        <SetUpForm made={made} onDone={() => setDone(true)} />
      ) : (
        <div class="stack loose">
          <p>{words.startNote}</p>
          <NotDone why={notDone} />
          <Button look="main" isWide isDisabled={isBusy} onPress={() => void start()}>
            {words.start}
          </Button>
        </div>
      )}
    </Screen>
  );
}

function SetUpForm({ made, onDone }: { made: Secret; onDone: () => void }) {
  const words = say();
  const deed = useDeed();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [recoveryCode, setRecoveryCode] = useState('');

  const finish = async (): Promise<void> => {
    const done = await deed.run(FinishSetUp, {
      password,
      code,
      recoveryCode: recoveryCode.trim() || null,
    });
    if (done) onDone();
  };

  return (
    <form class="stack loose" onSubmit={(event) => event.preventDefault()}>
      <section class="stack tight">
        <h2>{words.stepScan}</h2>
        <p class="earth">{words.stepScanNote}</p>
        <QrView text={made.uri} label={words.stepScan} />
        <p>{words.secret}</p>
        <output class="chip tone-plain wraps">
          <b class="num">{made.secret.replace(/(.{4})(?=.)/g, '$1 ')}</b>
        </output>
        <LinkButton isWide href={made.uri} icon="device">
          {words.openApp}
        </LinkButton>
      </section>
      <SecretField
        id="password"
        label={words.stepPassword}
        hint={words.passwordHint}
        error={saidAt(deed.notDone, 'password')}
        show={words.show}
        autocomplete="new-password"
        value={password}
        onChange={setPassword}
      />
      <TextField
        id="code"
        label={words.stepCode}
        error={saidAt(deed.notDone, 'code')}
        inputMode="numeric"
        autocomplete="off"
        maxLength={7}
        pattern="\d{6}"
        value={code}
        onChange={(typed) => setCode(typed.normalize('NFKC').replace(/\D/g, ''))}
      />
      <TextField
        id="recovery"
        label={words.recovery}
        hint={words.recoveryHint}
        error={saidAt(deed.notDone, 'recoveryCode')}
        isOptional
        autocomplete="off"
        maxLength={20}
        value={recoveryCode}
        onChange={setRecoveryCode}
      />
      <NotDone why={saidElsewhere(deed.notDone, 'password', 'code', 'recoveryCode')} />
      <Button
        look="main"
        isWide
        type="submit"
        isDisabled={deed.isBusy || password === '' || code.length !== 6}
        onPress={() => void finish()}
      >
        {words.finish}
      </Button>
    </form>
  );
}
