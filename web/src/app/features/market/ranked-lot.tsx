import { sumGrams } from '../../../../../src/kernel/units.js';
import { CropDrawing } from '../../ui/crop-drawing.js';
import { named, titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import type { Ranked } from './documents.js';
import { ClosureNote } from '../lots/lot-face.js';
import { say } from './words.js';

/** One lot of the list, and the points that put it there. */
export function RankedLot({ ranked }: { ranked: Ranked }) {
  const words = say();
  const { lot, score, reasons } = ranked;
  const prices = lot.grades.flatMap(({ askVndPerKg }) => askVndPerKg ?? []);
  return (
    <section class="card">
      <a class="card-head plain-link" href={`/app/lo/${lot.id}`}>
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
            <CropDrawing code={lot.variety?.code ?? lot.crop.code} size={56} />
          )}
          <b>
            {titled(named(lot.variety ?? lot.crop))} · {lot.commune.name}
            <br />
            <span class="num">
              {fmt().kg(sumGrams(lot.grades.map(({ freeGrams }) => freeGrams)))}
            </span>
          </b>
        </span>
        <span class="num">
          {prices.length === 0 ? words.byOrder : fmt().perKg(Math.min(...prices))}
        </span>
      </a>
      <p class="earth">
        {lot.grades.map(({ grade }) => named(grade)).join(', ')} ·{' '}
        {fmt().moment(new Date(lot.readyFrom), new Date())}
        {lot.claims.length > 0 && (
          <> · {[...new Set(lot.claims.map(({ kind }) => words.claims[kind]))].join(', ')}</>
        )}
      </p>
      <ClosureNote closure={lot.closure} />
      <details>
        <summary>
          {words.why} <span class="num">{words.score(score)}</span>
        </summary>
        <ul>
          {reasons.map(({ factor, points, mostPoints, figure }) => (
            <li key={factor}>
              {words.reasons[factor](figure)}{' '}
              <b class="num">
                {points}/{mostPoints}
              </b>
            </li>
          ))}
        </ul>
        <p class="earth">{words.noPaid}</p>
      </details>
    </section>
  );
}
