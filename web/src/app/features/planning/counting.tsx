import { useState } from 'preact/hooks';
import type { Id } from '../../../../../src/kernel/id.js';
import type { Grams } from '../../../../../src/kernel/units.js';
import { lazyScreen, PartNotFetched } from '../../shell/lazy-screen.js';
import { Button } from '../../ui/button.js';
import { say } from '../../words/words.js';

const InContainers = lazyScreen(() => import('./in-containers.js'), PartNotFetched);

interface CountingProps {
  /** Whose containers; null for the household's own phone. */
  householdId: Id | null;
  onWeight: (weight: Grams) => void;
}

/** Under a weight: for who would rather count in sọt and thùng. */
export function Counting({ householdId, onWeight }: CountingProps) {
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) {
    return (
      <Button look="quiet" isWide icon="basket" onPress={() => setOpen(true)}>
        {say().spoken.count}
      </Button>
    );
  }
  return (
    <InContainers
      householdId={householdId}
      onWeight={(weight) => {
        onWeight(weight);
        setOpen(false);
      }}
    />
  );
}
