import { CropDrawing } from '../app/ui/crop-drawing.js';
import { Icon } from '../app/ui/icon.js';
import { fmt } from '../app/words/words.js';
import type { GradeLine, LotCardProps } from './props.js';
import { words } from './words.js';

interface CardProps {
  lot: LotCardProps;
  now: Date;
  /** Pictures beyond the first screen wait until they are scrolled to. */
  isLazy: boolean;
}

/** One lot on the board: how much, of what, at what price; where and when. */
export function LotCard({ lot, now, isLazy }: CardProps) {
  const [first, ...others] = lot.grades;
  return (
    <li class="lot">
      <a href={`/lo/${lot.id}`}>
        <Picture lot={lot} isLazy={isLazy} />
        <div class="lot-words">
          <h2>
            {lot.cropName}
            {first && ` ${first.name}`}
          </h2>
          {first && <Figures line={first} />}
          {others.map((line) => (
            <p key={line.code} class="figures">
              {line.name}: {fmt().kg(line.availableGrams)} · {askText(line)}
            </p>
          ))}
          <p class="earth lot-where">
            <Icon name="pin" size={20} />
            {lot.communeName} · {words().list.ready(fmt().moment(new Date(lot.readyFrom), now))}
          </p>
        </div>
      </a>
    </li>
  );
}

function Figures({ line }: { line: GradeLine }) {
  return (
    <p class="lot-figures num">
      <b>{fmt().kg(line.availableGrams)}</b> <span>{askText(line)}</span>
    </p>
  );
}

export const askText = ({ askVndPerKg }: GradeLine): string =>
  askVndPerKg === null ? words().list.waitsOffer : fmt().perKg(askVndPerKg);

function Picture({ lot, isLazy }: { lot: LotCardProps; isLazy: boolean }) {
  return (
    <div class="lot-picture">
      {lot.photo ? (
        <img
          src={lot.photo}
          alt=""
          width="88"
          height="88"
          loading={isLazy ? 'lazy' : undefined}
          decoding="async"
        />
      ) : (
        <CropDrawing code={lot.drawing} size={64} />
      )}
    </div>
  );
}
