/** Degrees, WGS 84. */
export interface Place {
  lat: number;
  lon: number;
}

export type Line = readonly Place[];

export interface Sheet {
  width: number;
  height: number;
  x: (lon: number) => number;
  y: (lat: number) => number;
}

/**
 * A flat sheet for a district: over some 40 km a degree of longitude is a fixed share of one of latitude,
 * so no further projection is needed.
 * @param width of the drawing, `margin` on each side included
 */
export function sheetFor(places: readonly Place[], width: number, margin: number): Sheet {
  const lats = places.map(({ lat }) => lat);
  const lons = places.map(({ lon }) => lon);
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const [west, east] = [Math.min(...lons), Math.max(...lons)];
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = (width - 2 * margin) / Math.max((east - west) * shrink, 0.01);
  return {
    width,
    height: Math.round((north - south) * scale + 2 * margin),
    x: (lon) => Math.round(margin + (lon - west) * shrink * scale),
    y: (lat) => Math.round(margin + (north - lat) * scale),
  };
}

/** Circles whose areas, not radii, are as the values: a commune of four times the weight looks four times as large. */
export const radiusOf = (value: number, largest: number, most: number): number =>
  largest <= 0 ? 0 : Math.max(4, Math.round(Math.sqrt(value / largest) * most));

export const pathOf = (line: Line, { x, y }: Sheet): string =>
  line.map(({ lat, lon }, i) => `${i === 0 ? 'M' : 'L'}${x(lon)} ${y(lat)}`).join('');

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Labelled {
  x: number;
  y: number;
  radius: number;
  /** Of the label in drawing units. */
  width: number;
  height: number;
}

/** Where a label stands: middle of its first line's base, from the circle it names. */
export interface LabelSpot {
  x: number;
  y: number;
}

const GAP = 4;

/**
 * Places each label below, above, right or left of its circle, in the order given, at the first side where it
 * covers no circle and no earlier label; below when every side is taken.
 * @param line height of one line of the label
 */
export function labelSpots(spots: readonly Labelled[], line: number): LabelSpot[] {
  const taken: Box[] = spots.map(({ x, y, radius }) => ({
    left: x - radius,
    top: y - radius,
    right: x + radius,
    bottom: y + radius,
  }));
  return spots.map((spot, own) => {
    const sides = sidesOf(spot);
    const free = sides.find((box) => !taken.some((other, i) => i !== own && overlap(box, other)));
    const box = free ?? (sides[0] as Box);
    taken.push(box);
    return { x: (box.left + box.right) / 2, y: box.top + line };
  });
}

function sidesOf({ x, y, radius, width, height }: Labelled): Box[] {
  const at = (left: number, top: number): Box => ({
    left,
    top,
    right: left + width,
    bottom: top + height,
  });
  return [
    at(x - width / 2, y + radius),
    at(x - width / 2, y - radius - height - GAP),
    at(x + radius + GAP, y - height / 2),
    at(x - radius - width - GAP, y - height / 2),
  ];
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
