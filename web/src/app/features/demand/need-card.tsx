import { Card } from '../../ui/card.js';
import { CropDrawing } from '../../ui/crop-drawing.js';
import type { ComponentChildren } from 'preact';
import { named, titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import type { Need } from './documents.js';
import { say } from './words.js';

/** One need: what, how much is missing, until which price, when and where to. */
export function NeedCard({ need, children }: { need: Need; children?: ComponentChildren }) {
  const words = say();
  return (
    <Card
      title={
        <span class="row">
          <CropDrawing code={need.crop.code} size={40} />
          <span class="grow">
            {titled(named(need.crop))}
            <br />
            <span class="num">{words.missing(fmt().load(need.missingGrams))}</span>
          </span>
        </span>
      }
    >
      <p>
        {fmt().moment(new Date(need.readyFrom), new Date())}
        {need.destination && ` · ${words.deliver(need.destination.name)}`}
      </p>
      {need.lines.map((line) => (
        <p class="row apart" key={line.grade.code}>
          <span>
            <b class="num">{fmt().load(line.wantedGrams)}</b> {named(line.grade)}
          </span>
          <b class="num">
            {line.maxVndPerKg === null
              ? words.priceLater
              : words.upTo(fmt().perKg(line.maxVndPerKg))}
          </b>
        </p>
      ))}
      {need.note && <p class="said">{need.note}</p>}
      <p class="earth">{[need.buyerName, need.number].filter(Boolean).join(' · ')}</p>
      {children}
    </Card>
  );
}
