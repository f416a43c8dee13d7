import type { Later } from '../offline/use-later.js';
import { say } from '../words/words.js';
import { Button } from './button.js';
import { NotDone } from './not-done.js';

/** Under a list that goes on; nothing at its end. */
export function More({ of: { more, fault } }: { of: Later<unknown> }) {
  if (!more) return null;
  const words = say();
  return (
    <>
      <NotDone why={fault && { ...words.faults[fault.code], field: null }} />
      <Button isWide icon="down" onPress={() => void more()}>
        {words.states.more}
      </Button>
    </>
  );
}
