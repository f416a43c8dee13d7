import { sorted } from '../../sorted.js';
import { RIVER } from '../../ui/district-lines.js';
import { labelSpots, pathOf, radiusOf, sheetFor, type Place } from '../../ui/map-projection.js';

export interface FlowFrom extends Place {
  id: string;
  name: string;
  grams: number;
  /** How the weight is written under the name. */
  text: string;
}

interface PlanMapProps {
  communes: readonly FlowFrom[];
  destination: (Place & { name: string }) | null;
  label: string;
}

const WIDTH = 360;
const LEAST_HEIGHT = 260;
const MARGIN = 56;
const LARGEST_RADIUS = 22;
const WIDEST_FLOW = 10;
const SIZE = 13;
const LINE = 15;
const LETTER = 6.8;
/** A market further off than this, in degrees, is shown by arrows that leave the sheet. */
const NEAR_DEGREES = 0.25;

/** Where an order comes from: a circle a commune, a band as wide as its weight towards where it goes. */
export function PlanMap({ communes, destination, label }: PlanMapProps) {
  const inOrder = sorted(communes, (a, b) => b.grams - a.grams);
  const middle = {
    lat: mean(communes.map(({ lat }) => lat)),
    lon: mean(communes.map(({ lon }) => lon)),
  };
  const isNear =
    destination !== null &&
    Math.hypot(destination.lat - middle.lat, destination.lon - middle.lon) < NEAR_DEGREES;
  const sheet = sheetFor(isNear ? [...communes, destination] : communes, WIDTH, MARGIN);
  const height = Math.max(sheet.height, LEAST_HEIGHT);
  const end = destination && endOf(destination, middle, isNear, sheet, height);
  const largest = Math.max(0, ...communes.map(({ grams }) => grams));
  const circles = inOrder.map(({ lat, lon, grams, name, text }) => ({
    x: sheet.x(lon),
    y: sheet.y(lat),
    radius: radiusOf(grams, largest, LARGEST_RADIUS),
    width: Math.max(name.length, text.length) * LETTER,
    height: 2 * LINE,
  }));
  const labels = labelSpots(circles, LINE - 3);
  return (
    <div class="table-wrap map-sheet" tabIndex={0} role="region" aria-label={label}>
      <svg class="chart map" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={label}>
        <path class="river" d={pathOf(RIVER, sheet)} />
        {end &&
          circles.map(({ x, y }, i) => (
            <line
              key={inOrder[i]?.id}
              class="flow"
              x1={x}
              y1={y}
              x2={end.x}
              y2={end.y}
              stroke-width={Math.max(
                2,
                Math.round(((inOrder[i]?.grams ?? 0) / Math.max(1, largest)) * WIDEST_FLOW),
              )}
            />
          ))}
        {inOrder.map((commune, i) => (
          <g key={commune.id}>
            <circle class="commune" cx={circles[i]?.x} cy={circles[i]?.y} r={circles[i]?.radius} />
            <text x={labels[i]?.x} y={labels[i]?.y} font-size={SIZE} text-anchor="middle">
              {commune.name}
            </text>
            <text
              x={labels[i]?.x}
              y={(labels[i]?.y ?? 0) + LINE}
              font-size={SIZE}
              font-weight="700"
              text-anchor="middle"
            >
              {commune.text}
            </text>
          </g>
        ))}
        {end && destination && (
          <>
            <circle class="goal" cx={end.x} cy={end.y} r="9" />
            <text
              x={end.x}
              y={end.y < height / 2 ? end.y + 24 : end.y - 14}
              font-size={SIZE}
              font-weight="700"
              text-anchor={end.x < WIDTH / 3 ? 'start' : end.x > (2 * WIDTH) / 3 ? 'end' : 'middle'}
            >
              {destination.name}
            </text>
          </>
        )}
      </svg>
    </div>
  );
}

/** The destination itself, or where the way to it leaves the sheet. */
function endOf(
  destination: Place,
  middle: Place,
  isNear: boolean,
  sheet: ReturnType<typeof sheetFor>,
  height: number,
): { x: number; y: number } {
  const to = { x: sheet.x(destination.lon), y: sheet.y(destination.lat) };
  if (isNear) return to;
  const from = { x: sheet.x(middle.lon), y: sheet.y(middle.lat) };
  const inset = 24;
  const reach = (start: number, goal: number, size: number): number =>
    goal > start
      ? (size - inset - start) / (goal - start)
      : goal < start
        ? (inset - start) / (goal - start)
        : 1;
  const share = Math.min(1, reach(from.x, to.x, WIDTH), reach(from.y, to.y, height));
  return {
    x: Math.round(from.x + (to.x - from.x) * share),
    y: Math.round(from.y + (to.y - from.y) * share),
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
