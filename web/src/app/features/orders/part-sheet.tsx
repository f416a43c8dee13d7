import { useState } from 'preact/hooks';
import type { Grams } from '../../../../../src/kernel/units.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { WeightPad } from '../../ui/keypad.js';
import { EMPTY, weightOf } from '../../ui/keypad-entry.js';
import { Sheet } from '../../ui/sheet.js';
import { fmt, say as shell } from '../../words/words.js';
import { say } from './grower-words.js';

interface PartSheetProps {
  askedGrams: number;
  /** The least that can be agreed to. */
  leastGrams: number;
  isOpen: boolean;
  onYes: (weight: Grams) => void;
  onClose: () => void;
}

/** A yes to fewer kilograms than were asked for: how many, on the pad. */
export function PartSheet({ askedGrams, leastGrams, isOpen, onYes, onClose }: PartSheetProps) {
  const words = say();
  const [entry, setEntry] = useState(EMPTY);
  const weight = weightOf(entry);
  const isPart = weight !== null && weight >= leastGrams && weight < askedGrams;
  return (
    <Sheet title={words.partTitle} isOpen={isOpen} onClose={onClose}>
      {weight === null || isPart ? (
        <p>{words.partAsked(fmt().kg(askedGrams), fmt().kg(leastGrams))}</p>
      ) : (
        <p class="wrong" role="alert">
          <Icon name="warning" />
          {weight < leastGrams
            ? words.partTooLittle(fmt().kg(leastGrams))
            : words.partTooMuch(fmt().kg(askedGrams))}
        </p>
      )}
      <WeightPad entry={entry} onChange={setEntry} />
      <Button
        look="main"
        icon="check"
        isWide
        isDisabled={!isPart}
        onPress={() => weight && onYes(weight)}
      >
        {words.partYes(isPart ? fmt().kg(weight) : '… kg')}
      </Button>
      <p class="earth">{words.partRest}</p>
      <Button isWide onPress={onClose}>
        {shell().close}
      </Button>
    </Sheet>
  );
}
