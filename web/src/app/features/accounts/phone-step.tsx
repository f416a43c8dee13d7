import type { NotDone as Said } from '../../api/use-deed.js';
import { Button, LinkButton } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import { NotDone } from '../../ui/not-done.js';
import { say } from './words.js';

interface PhoneStepProps {
  phone: string;
  isBusy: boolean;
  notDone: Said | null;
  onChange: (phone: string) => void;
  onSend: () => void;
}

export function PhoneStep({ phone, isBusy, notDone, onChange, onSend }: PhoneStepProps) {
  const words = say();
  const isAtField = notDone?.field === 'phone';
  return (
    <form class="stack loose" onSubmit={(event) => event.preventDefault()}>
      <NotDone why={isAtField ? null : notDone} />
      <TextField
        id="phone"
        label={words.phone}
        hint={words.phoneHint}
        error={isAtField ? `${notDone.message} ${notDone.nextStep}` : undefined}
        inputMode="tel"
        autocomplete="tel"
        maxLength={20}
        value={phone}
        onChange={onChange}
      />
      <Button look="main" isWide type="submit" isDisabled={isBusy} onPress={onSend}>
        {words.sendCode}
      </Button>
      <p class="earth">{words.privacy}</p>
      <LinkButton look="quiet" isWide href="/app/vao/can-bo" icon="lock">
        {words.staffDoor}
      </LinkButton>
    </form>
  );
}
