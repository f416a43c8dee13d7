import { useState } from 'preact/hooks';
import { moneyInWords } from '../../../../../src/kernel/spoken/number-words.js';
import type { Vnd } from '../../../../../src/kernel/units.js';
import { Button } from '../../ui/button.js';
import { priceHeard } from '../../ui/heard.js';
import { NumberPad } from '../../ui/keypad.js';
import { priceDoubt, PriceInWords } from '../../ui/spoken-field.js';
import { fmt, locale } from '../../words/words.js';
import { say } from './words.js';

interface PriceStepProps {
  title: string;
  from: Vnd | null;
  onPrice: (price: Vnd | null) => void;
}

/** One number: the price of a kilogram, or none and the order's price is taken. */
export function PriceStep({ title, from, onPrice }: PriceStepProps) {
  const words = say();
  const [figures, setFigures] = useState(from === null ? '' : String(from));
  const [isTouched, setTouched] = useState(false);
  // A price of nothing is no price.
  const price = priceHeard(figures) || null;
  // The first key replaces the price of before, as on a calculator; the eraser mends it.
  const change = (next: string): void => {
    setFigures(!isTouched && next.length > figures.length ? next.slice(figures.length) : next);
    setTouched(true);
  };
  return (
    <section class="stack tight">
      <h2>{title}</h2>
      <NumberPad
        value={figures}
        onChange={change}
        longest={7}
        echo={price === null ? '–' : fmt().perKg(price)}
        note={
          price === null
            ? (priceDoubt(figures) ?? words.priceEmpty)
            : locale.value === 'vi'
              ? moneyInWords(price)
              : undefined
        }
        isSpoken={price !== null && locale.value === 'vi'}
      />
      <PriceInWords
        id="price-in-words"
        onValue={(heard) => {
          setFigures(String(heard));
          setTouched(true);
        }}
      />
      <Button look="main" isWide isDisabled={price === null} onPress={() => onPrice(price)}>
        {words.ok}
      </Button>
      <Button isWide onPress={() => onPrice(null)}>
        {words.byOrderButton}
      </Button>
      <p class="earth">{words.byOrderNote}</p>
    </section>
  );
}
