import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import type { LotDraft } from './lot-draft.js';
import { say } from './words.js';

const DAYS = /^\d{1,3}$/;

interface SprayStepProps {
  spray: LotDraft['spray'];
  onChange: (spray: LotDraft['spray']) => void;
  onDone: () => void;
}

/** Last spraying and the wait on the label; the market refuses fruit that is still waiting. */
export default function SprayStep({ spray, onChange, onDone }: SprayStepProps) {
  const words = say();
  const parts = [spray.daysAgo.trim(), spray.interval.trim()];
  const isNone = parts.every((part) => part === '');
  const isWhole = isNone || parts.every((part) => DAYS.test(part));
  return (
    <form class="stack" onSubmit={(event) => event.preventDefault()}>
      <h2>{words.spray}</h2>
      <TextField
        id="spray-ago"
        label={words.sprayAgo}
        inputMode="numeric"
        autocomplete="off"
        maxLength={3}
        pattern="\s*\d+\s*"
        isNeeded={!isNone}
        value={spray.daysAgo}
        onChange={(daysAgo) => onChange({ ...spray, daysAgo })}
      />
      <TextField
        id="spray-wait"
        label={words.sprayWait}
        inputMode="numeric"
        autocomplete="off"
        maxLength={3}
        pattern="\s*\d+\s*"
        isNeeded={!isNone}
        value={spray.interval}
        onChange={(interval) => onChange({ ...spray, interval })}
      />
      <Button look="main" isWide type="submit" isDisabled={!isWhole} onPress={onDone}>
        {words.ok}
      </Button>
      <Button
        isWide
        onPress={() => {
          onChange({ daysAgo: '', interval: '' });
          onDone();
        }}
      >
        {words.sprayNone}
      </Button>
    </form>
  );
}
