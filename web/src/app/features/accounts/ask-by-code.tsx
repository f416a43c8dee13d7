import { AskForGrant, RecordGrant, type AtCounter } from './counter-documents.js';
import { say } from './counter-words.js';
import { SpokenCode } from './spoken-code.js';

interface AskProps {
  householdId: string;
  power: AtCounter['grants'][number]['power'];
  onAsked: () => void;
  onRecorded: () => void;
}

/** A household lets the asker do something by the code it reads out. */
export function AskByCode({ householdId, power, onAsked, onRecorded }: AskProps) {
  return (
    <SpokenCode
      id="grant-code"
      look="main"
      words={say()}
      onAsk={async (asking) => {
        const asked = await asking.run(AskForGrant, { householdId, power });
        if (asked) onAsked();
        return asked;
      }}
      onCode={async (recording, code) => {
        if (await recording.run(RecordGrant, { householdId, power, code, paperId: null }))
          onRecorded();
      }}
    />
  );
}
