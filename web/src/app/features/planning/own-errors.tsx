import { useRead } from '../../offline/use-read.js';
import { Card } from '../../ui/card.js';
import { CropDrawing } from '../../ui/crop-drawing.js';
import { named, titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import { MyForecastErrors } from './error-documents.js';
import { say } from './error-words.js';

const percent = (value: number): string => fmt().number(Math.round(Math.abs(value)));

/** PL-06: how the household's own numbers compare with the scale; nothing until something was weighed. */
export function OwnErrors() {
  const words = say();
  const { data } = useRead(MyForecastErrors, {});
  const errors = data?.myForecastErrors ?? [];
  if (errors.length === 0) return null;
  const lean = (bias: number): string =>
    Math.round(bias) === 0
      ? words.even
      : bias > 0
        ? words.over(percent(bias))
        : words.under(percent(bias));
  return (
    <Card title={words.own}>
      {errors.map(({ crop, days, saidGrams, weighedGrams, biasPercent, absolutePercent }) => (
        <div class="row" key={crop.code}>
          <CropDrawing code={crop.code} size={40} />
          <p class="grow">
            <b>{titled(named(crop))}</b>
            <br />
            {biasPercent === null || absolutePercent === null
              ? words.few
              : `${lean(biasPercent)}, ${words.apart(percent(absolutePercent))}.`}{' '}
            <span class="earth">
              {words.days(fmt().number(days), fmt().load(saidGrams), fmt().load(weighedGrams))}
            </span>
          </p>
        </div>
      ))}
      <p class="earth">{words.ownNote}</p>
    </Card>
  );
}
