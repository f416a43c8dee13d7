import { sumGrams } from '../../../../../src/kernel/units.js';
import { Chip } from '../../ui/chips.js';
import { CropDrawing } from '../../ui/crop-drawing.js';
import { clockText } from '../../words/format.js';
import { titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import type { Lot } from './documents.js';
import { drawingOf, goodsOfLot } from './goods.js';
import { standingOf } from './lot-look.js';
import { say } from './words.js';

interface LotCardProps {
  lot: Lot;
  /** A clerk sees whose it is. */
  namesHousehold: boolean;
}

export function LotCard({ lot, namesHousehold }: LotCardProps) {
  const words = say();
  const { standing, ...look } = standingOf(lot);
  const sum = (part: 'offeredGrams' | 'freeGrams' | 'reservedGrams') =>
    sumGrams(lot.grades.map((line) => line[part]));
  const reserved = sum('reservedGrams');
  const from = fmt().moment(new Date(lot.readyFrom), new Date());
  return (
    <a class="card link" href={`/app/lo/${lot.id}`}>
      <span class="card-head">
        <span class="row">
          {lot.photoUrl ? (
            <img
              class="thumbnail"
              src={lot.photoUrl}
              alt=""
              width="56"
              height="56"
              loading="lazy"
            />
          ) : (
            <CropDrawing code={drawingOf(lot)} size={56} />
          )}
          <b>
            {titled(goodsOfLot(lot))}
            <br />
            <span class="num">{fmt().kg(sum('offeredGrams'))}</span>
          </b>
        </span>
        <Chip {...look}>{words.states[standing]}</Chip>
      </span>
      {namesHousehold && lot.household && <b>{lot.household.name}</b>}
      {lot.state !== 'CLOSED' && (
        <span>
          {words.free(fmt().kg(sum('freeGrams')))}
          {reserved > 0 && <> · {words.reserved(fmt().kg(reserved))}</>}
        </span>
      )}
      <span class="earth">{words.fetch(from, clockText(new Date(lot.readyTo)))}</span>
    </a>
  );
}
