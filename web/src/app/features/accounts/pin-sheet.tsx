import { useState } from 'preact/hooks';
import type { Id } from '../../../../../src/kernel/id.js';
import { useDeed, type NotDone as Said } from '../../api/use-deed.js';
import { Button } from '../../ui/button.js';
import { NotDone } from '../../ui/not-done.js';
import { saidAt, saidElsewhere } from '../../ui/said-at.js';
import { Sheet } from '../../ui/sheet.js';
import { attempt } from './attempt.js';
import { RequestCode } from './documents.js';
import { DropPin } from './pin-documents.js';
import { PinField } from './pin-field.js';
import { say } from './pin-words.js';

interface PinSheetProps {
  /** The profile that is asked for; null when none is. */
  profile: { readonly id: string; readonly name: string } | null;
  phone: string;
  notDone: Said | null;
  onPin: (pin: string | null) => void;
  onClose: () => void;
}

/** The number of a profile, or the way in for whoever forgot it. */
export function PinSheet({ profile, phone, notDone, onPin, onClose }: PinSheetProps) {
  const [isForgotten, setForgotten] = useState(false);
  const close = (): void => {
    setForgotten(false);
    onClose();
  };
  return (
    <Sheet title={say().title(profile?.name ?? '')} isOpen={profile !== null} onClose={close}>
      {profile && isForgotten ? (
        <Forgotten partyId={profile.id} phone={phone} onOpen={() => onPin(null)} />
      ) : (
        <Known notDone={notDone} onPin={onPin} onForgotten={() => setForgotten(true)} />
      )}
    </Sheet>
  );
}

interface KnownProps {
  notDone: Said | null;
  onPin: (pin: string) => void;
  onForgotten: () => void;
}

function Known({ notDone, onPin, onForgotten }: KnownProps) {
  const words = say();
  const [pin, setPin] = useState('');
  return (
    <form class="stack" onSubmit={(event) => event.preventDefault()}>
      <PinField
        id="pin"
        label={words.pin}
        digits={4}
        error={saidAt(notDone, 'pin')}
        value={pin}
        onChange={setPin}
      />
      <NotDone why={saidElsewhere(notDone, 'pin')} />
      <Button
        look="main"
        isWide
        type="submit"
        icon="lock"
        isDisabled={pin.length !== 4}
        onPress={() => onPin(pin)}
      >
        {words.open}
      </Button>
      <Button look="quiet" isWide onPress={onForgotten}>
        {words.forgot}
      </Button>
    </form>
  );
}

interface ForgottenProps {
  partyId: string;
  phone: string;
  onOpen: () => void;
}

function Forgotten({ partyId, phone, onOpen }: ForgottenProps) {
  const words = say();
  const deed = useDeed();
  const [isSent, setSent] = useState(false);
  const [notSent, setNotSent] = useState<Said | null>(null);
  const [code, setCode] = useState('');

  const sendCode = async (): Promise<void> => {
    const outcome = await attempt(RequestCode, { input: { phone } });
    setNotSent('notDone' in outcome ? outcome.notDone : null);
    setSent(!('notDone' in outcome));
  };
  const drop = async (): Promise<void> => {
    if (await deed.run(DropPin, { partyId: partyId as Id, code })) onOpen();
  };
  return (
    <form class="stack" onSubmit={(event) => event.preventDefault()}>
      <p>{words.forgotNote}</p>
      <NotDone why={notSent} />
      {isSent ? (
        <>
          <PinField
            id="pin-code"
            label={words.code}
            digits={6}
            error={saidAt(deed.notDone, 'code')}
            value={code}
            onChange={setCode}
          />
          <NotDone why={saidElsewhere(deed.notDone, 'code')} />
          <Button
            look="main"
            isWide
            type="submit"
            isDisabled={deed.isBusy || code.length !== 6}
            onPress={() => void drop()}
          >
            {words.drop}
          </Button>
        </>
      ) : (
        <Button look="main" isWide onPress={() => void sendCode()}>
          {words.sendCode}
        </Button>
      )}
    </form>
  );
}
