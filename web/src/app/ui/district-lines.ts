import type { Line } from './map-projection.js';

// Drawn by eye between commune centres, good to about two kilometres: enough to find one's way on a map of
// circles, not for measuring or routing.
const line = (...points: readonly (readonly [number, number])[]): Line =>
  points.map(([lat, lon]) => ({ lat, lon }));

/** Sông Lục Nam from where it enters above Tiên Nha to where it meets the Thương below Đan Hội. */
export const RIVER: Line = line(
  [21.335, 106.5],
  [21.325, 106.468],
  [21.312, 106.447],
  [21.3, 106.425],
  [21.297, 106.403],
  [21.283, 106.405],
  [21.274, 106.412],
  [21.262, 106.404],
  [21.256, 106.385],
  [21.25, 106.365],
  [21.237, 106.35],
  [21.222, 106.352],
  [21.213, 106.335],
  [21.198, 106.322],
);

/** Quốc lộ 31, quốc lộ 37 and đường tỉnh 293. */
export const ROADS: readonly Line[] = [
  line(
    [21.29, 106.3],
    [21.3, 106.325],
    [21.3, 106.358],
    [21.307, 106.39],
    [21.318, 106.428],
    [21.34, 106.48],
  ),
  line(
    [21.4, 106.36],
    [21.375, 106.375],
    [21.345, 106.385],
    [21.307, 106.39],
    [21.268, 106.395],
    [21.243, 106.385],
    [21.205, 106.393],
    [21.18, 106.4],
  ),
  line(
    [21.27, 106.3],
    [21.27, 106.335],
    [21.262, 106.372],
    [21.262, 106.42],
    [21.272, 106.47],
    [21.275, 106.54],
    [21.255, 106.59],
    [21.225, 106.64],
  ),
];
