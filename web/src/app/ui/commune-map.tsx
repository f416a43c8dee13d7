import { sorted } from '../sorted.js';
import { RIVER, ROADS } from './district-lines.js';
import {
  labelSpots,
  pathOf,
  radiusOf,
  sheetFor,
  type Labelled,
  type LabelSpot,
  type Place,
} from './map-projection.js';

export interface CommuneSpot extends Place {
  code: string;
  name: string;
  /** What the circle is sized by: grams, usually. Null when nothing is known, which is not nought. */
  value: number | null;
  /** How the value is written under the name; empty when it is not known. */
  text: string;
  /** The measure it is closed by: drawn red and said so. */
  closed?: string;
  /** Where a tap goes. */
  href?: string;
}

interface CommuneMapProps {
  communes: readonly CommuneSpot[];
  label: string;
}

const WIDTH = 900;
const MARGIN = 64;
const LARGEST_RADIUS = 38;
const UNKNOWN_RADIUS = 9;
const LINE = 16;
/** Mean width of a letter at 14 units of the system's type; only the choice of side depends on it. */
const LETTER = 7.6;

/** Circles at commune centres sized by weight, with the river and the main roads to find one's way by. */
export function CommuneMap({ communes, label }: CommuneMapProps) {
  const sheet = sheetFor(communes, WIDTH, MARGIN);
  const largest = Math.max(0, ...communes.map(({ value }) => value ?? 0));
  // Large first: a small circle is drawn over a large neighbour, and the heavier commune chooses its side first.
  const inOrder = sorted(communes, (a, b) => (b.value ?? 0) - (a.value ?? 0));
  const circles = inOrder.map(({ lat, lon, value, name, text }) => ({
    x: sheet.x(lon),
    y: sheet.y(lat),
    radius: value === null ? UNKNOWN_RADIUS : radiusOf(value, largest, LARGEST_RADIUS),
    width: Math.max(name.length, text.length) * LETTER,
    height: text ? 2 * LINE : LINE,
  }));
  const labels = labelSpots(circles, LINE - 3);
  return (
    <div class="table-wrap map-sheet" tabIndex={0} role="region" aria-label={label}>
      <svg class="chart map wide" viewBox={`0 0 ${sheet.width} ${sheet.height}`}>
        {ROADS.map((road, i) => (
          <path key={i} class="road" d={pathOf(road, sheet)} />
        ))}
        <path class="river" d={pathOf(RIVER, sheet)} />
        {inOrder.map((spot, i) => (
          <Spot key={spot.code} spot={spot} circle={circles[i]} label={labels[i]} />
        ))}
      </svg>
    </div>
  );
}

interface SpotProps {
  spot: CommuneSpot;
  circle: Labelled | undefined;
  label: LabelSpot | undefined;
}

function Spot({ spot, circle, label }: SpotProps) {
  if (!circle || !label) return null;
  const kind = spot.closed ? 'closed' : spot.value === null ? 'none' : '';
  const drawing = (
    <>
      <title>{[spot.name, spot.text, spot.closed].filter(Boolean).join(' – ')}</title>
      <circle class={`commune ${kind}`} cx={circle.x} cy={circle.y} r={circle.radius} />
      <text x={label.x} y={label.y} font-size="14" text-anchor="middle">
        {spot.name}
      </text>
      <text x={label.x} y={label.y + LINE} font-size="14" font-weight="700" text-anchor="middle">
        {spot.text}
      </text>
    </>
  );
  return spot.href ? <a href={spot.href}>{drawing}</a> : <g>{drawing}</g>;
}
