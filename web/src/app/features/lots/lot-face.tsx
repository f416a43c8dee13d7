import { dayText, clockText } from '../../words/format.js';
import { named, titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import { CropDrawing } from '../../ui/crop-drawing.js';
import type { SlipLine } from '../../ui/slip.js';
import type { Lot } from './documents.js';
import { drawingOf, goodsOfLot } from './goods.js';
import { say } from './words.js';

/** The picture of a lot, or the drawing of its crop. */
export function LotPicture({ lot }: { lot: Lot }) {
  return lot.photoUrl ? (
    <img class="taken" src={lot.photoUrl} alt={goodsOfLot(lot)} width="360" height="270" />
  ) : (
    <div class="state">
      <CropDrawing code={drawingOf(lot)} size={96} />
    </div>
  );
}

/** When it is fetched, from where, and what was sprayed. */
export function lotFacts(lot: Lot): SlipLine[] {
  const words = say();
  const from = fmt().moment(new Date(lot.readyFrom), new Date());
  return [
    { label: words.pickup, value: `${from} – ${clockText(new Date(lot.readyTo))}` },
    { label: words.where, value: lot.commune.name },
    lot.sprayedOn
      ? {
          label: words.sprayLabel,
          value: `${dayText(lot.sprayedOn)}, ${words.waitDays(lot.intervalDays ?? 0)}`,
        }
      : { label: words.sprayLabel, value: words.noSpray },
  ];
}

/** By which decision the lot cannot be moved, and until when. */
export function ClosureNote({ closure }: { closure: Lot['closure'] }) {
  const words = say();
  if (!closure) return null;
  const { kind, source, until } = closure;
  const end = until && words.closedUntil(fmt().moment(new Date(until), new Date()));
  return (
    <p class="stale">
      {kind === 'ZONE' ? words.closed : words.closedHours}: {source}
      {end}.
    </p>
  );
}

export const priceText = (askVndPerKg: Lot['grades'][number]['askVndPerKg']): string =>
  askVndPerKg === null ? say().byOrder : fmt().perKg(askVndPerKg);

export const gradeName = (line: Lot['grades'][number]): string => titled(named(line.grade));
