import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import type { LotDraft } from './lot-draft.js';
import { say } from './words.js';

interface SprayStepProps {
  spray: LotDraft['spray'];
  onChange: (spray: LotDraft['spray']) => void;
  onDone: () => void;
}

/** Last spraying and the wait on the label; the market refuses fruit that is still waiting. */
export function SprayStep({ spray, onChange, onDone }: SprayStepProps) {
  const words = say();
  return (
    <form class="stack" onSubmit={(event) => event.preventDefault()}>
      <h2>{words.spray}</h2>
      <TextField
        id="spray-ago"
        label={words.sprayAgo}
        inputMode="numeric"
        autocomplete="off"
        maxLength={3}
        value={spray.daysAgo}
        onChange={(daysAgo) => onChange({ ...spray, daysAgo })}
      />
      <TextField
        id="spray-wait"
        label={words.sprayWait}
        inputMode="numeric"
        autocomplete="off"
        maxLength={3}
        value={spray.interval}
        onChange={(interval) => onChange({ ...spray, interval })}
      />
      <Button look="main" isWide type="submit" onPress={onDone}>
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
