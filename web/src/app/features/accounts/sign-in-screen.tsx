import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { NotDone } from '../../api/use-deed.js';
import { phoneStore } from '../../offline/phone.js';
import { useDraft } from '../../offline/use-draft.js';
import { signedIn } from '../../session.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { attempt } from './attempt.js';
import { CodeStep } from './code-step.js';
import { RequestCode, VerifyCode, type Me } from './documents.js';
import { PhoneStep } from './phone-step.js';
import { sessionOf } from './session-of.js';
import { say } from './words.js';

/** What survives a look into the message app on a phone that closes everything else. */
interface Asked {
  phone: string;
  /** Device time the last code was asked for; null before that. */
  sentAt: number | null;
  minutes: number;
}

const DRAFT = 'sign-in';
const NOTHING_ASKED: Asked = { phone: '', sentAt: null, minutes: 5 };

/** Where to go after signing in: only a page of this app. */
const homeward = (wanted: string | undefined, { role, staffSignIn, memberships }: Me): string => {
  // All her profiles are behind numbers: she chooses one.
  if (role === 'NEWCOMER' && memberships.length > 0) return '/app/vai';
  if (role === 'NEWCOMER' && staffSignIn === 'NONE') return '/app/ho';
  if (wanted?.startsWith('/app/')) return wanted;
  return role === 'NEWCOMER' ? '/app/vai' : '/app';
};

export default function SignInScreen({ query }: RouteProps) {
  const { route } = useLocation();
  const { value: kept, change } = useDraft<Asked>(DRAFT, NOTHING_ASKED);
  const [isBusy, setBusy] = useState(false);
  const [notDone, setNotDone] = useState<NotDone | null>(null);
  const given = query['so'];
  const asked = kept && given && kept.phone !== given ? { ...NOTHING_ASKED, phone: given } : kept;

  const during = async (work: () => Promise<NotDone | null>): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    setNotDone(null);
    setNotDone(await work());
    setBusy(false);
  };

  const sendCode = (phone: string): Promise<void> =>
    during(async () => {
      const outcome = await attempt(RequestCode, { input: { phone } });
      if ('notDone' in outcome) return outcome.notDone;
      change({ phone, sentAt: Date.now(), minutes: outcome.answer.minutes });
      return null;
    });

  const verify = (phone: string, code: string): Promise<void> =>
    during(async () => {
      const outcome = await attempt(VerifyCode, { input: { phone, code } });
      if ('notDone' in outcome) return outcome.notDone;
      // Before the account changes: what a guest kept is closed with the guest's part of the phone.
      await (await phoneStore()).dropDraft(DRAFT);
      signedIn(sessionOf(outcome.answer));
      route(homeward(query['ve'], outcome.answer), true);
      return null;
    });

  return (
    <Screen title={say().signIn} code="K3" back="/app">
      {asked?.sentAt === null && (
        <PhoneStep
          phone={asked.phone}
          isBusy={isBusy}
          notDone={notDone}
          onChange={(phone) => {
            setNotDone(null);
            change({ ...asked, phone });
          }}
          onSend={() => void sendCode(asked.phone)}
        />
      )}
      {asked && asked.sentAt !== null && (
        <CodeStep
          phone={asked.phone}
          sentAt={asked.sentAt}
          minutes={asked.minutes}
          isBusy={isBusy}
          notDone={notDone}
          onCode={(code) => void verify(asked.phone, code)}
          onAgain={() => void sendCode(asked.phone)}
          onOtherPhone={() => {
            setNotDone(null);
            change({ ...asked, sentAt: null });
          }}
        />
      )}
    </Screen>
  );
}
