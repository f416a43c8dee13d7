import { useState } from 'preact/hooks';
import { useDeed } from '../../api/use-deed.js';
import { Button } from '../../ui/button.js';
import { NotDone } from '../../ui/not-done.js';
import { RevokePermit } from './office-documents.js';
import { say } from './office-words.js';
import { WhySheet } from './why-sheet.js';

interface RevokeProps {
  permitId: string;
  plate: string;
  onRevoked: () => void;
}

/** The office takes an issued permit back; posts learn it with their next status list. */
export function Revoke({ permitId, plate, onRevoked }: RevokeProps) {
  const words = say();
  const deed = useDeed();
  const [isAsking, setAsking] = useState(false);
  const revoke = async (reason: string): Promise<void> => {
    setAsking(false);
    if (await deed.run(RevokePermit, { permitId, reason })) onRevoked();
  };
  return (
    <div class="stack tight no-print">
      <NotDone why={deed.notDone} />
      <Button look="stop" isWide isDisabled={deed.isBusy} onPress={() => setAsking(true)}>
        {words.revoke}
      </Button>
      <WhySheet
        title={words.revokeTitle(plate)}
        action={words.revoke}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onSay={(why) => void revoke(why)}
      />
    </div>
  );
}
