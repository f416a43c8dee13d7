type Coordinate = readonly [longitude: number, latitude: number];

export interface Line {
  readonly code: string;
  readonly name: string;
  readonly path: readonly Coordinate[];
}

/** Sông Lục Nam, upstream to downstream; ±1 km, drawn along the commune borders where they follow it. */
export const LUC_NAM_RIVER: Line = {
  code: 'SONG-LUC-NAM',
  name: 'Sông Lục Nam',
  // prettier-ignore
  path: [
    [106.505, 21.322], [106.499, 21.3178], [106.4926, 21.3187], [106.478, 21.325], [106.472, 21.3164],
    [106.4615, 21.3175], [106.4524, 21.3069], [106.441, 21.301], [106.426, 21.298], [106.412, 21.293],
    [106.4035, 21.287], [106.4015, 21.2775], [106.4013, 21.267], [106.3944, 21.2509], [106.3882, 21.2484],
    [106.3897, 21.2445], [106.3983, 21.2423], [106.4027, 21.2406], [106.3995, 21.2318], [106.3887, 21.2331],
    [106.3775, 21.2345], [106.357, 21.2366], [106.3464, 21.2299], [106.3333, 21.2405], [106.327, 21.237],
    [106.3267, 21.2204], [106.3336, 21.2006], [106.3278, 21.1834], [106.336, 21.1727],
  ],
};

/** Choke points: a truck changes the bank of the river at one of these. Places are estimates. */
export interface Bridge {
  readonly code: string;
  readonly name: string;
  readonly road: string;
  readonly latitude: number;
  readonly longitude: number;
}

export const BRIDGES: readonly Bridge[] = [
  {
    code: 'CAU-LUC-NAM',
    name: 'Cầu Lục Nam',
    road: 'Đồi Ngô – Cương Sơn',
    latitude: 21.2895,
    longitude: 106.407,
  },
  {
    code: 'CAU-DT293',
    name: 'Cầu Khám Lạng (ĐT293)',
    road: 'ĐT293',
    latitude: 21.272,
    longitude: 106.4013,
  },
  {
    code: 'CAU-CAM-LY',
    name: 'Cầu Cẩm Lý (QL37)',
    road: 'QL37',
    latitude: 21.2328,
    longitude: 106.3915,
  },
];

/** Main roads through the district, joined from commune points; for drawing, not for navigation. */
export const ROADS: readonly Line[] = [
  {
    code: 'QL31',
    name: 'Quốc lộ 31',
    // prettier-ignore
    path: [
      [106.197, 21.276], [106.27, 21.293], [106.316, 21.3], [106.325, 21.3], [106.358, 21.301],
      [106.39, 21.307], [106.428, 21.318], [106.452, 21.327], [106.5, 21.347], [106.56, 21.37],
    ],
  },
  {
    code: 'QL37',
    name: 'Quốc lộ 37',
    // prettier-ignore
    path: [
      [106.285, 21.415], [106.352, 21.383], [106.375, 21.372], [106.384, 21.344], [106.39, 21.307],
      [106.392, 21.285], [106.393, 21.268], [106.385, 21.245], [106.3915, 21.2328], [106.393, 21.205],
      [106.393, 21.197], [106.39, 21.113],
    ],
  },
  {
    code: 'DT293',
    name: 'Đường tỉnh 293',
    // prettier-ignore
    path: [
      [106.197, 21.272], [106.27, 21.266], [106.325, 21.27], [106.372, 21.27], [106.395, 21.27],
      [106.4013, 21.272], [106.42, 21.272], [106.47, 21.268], [106.54, 21.262], [106.59, 21.247],
      [106.64, 21.222], [106.68, 21.213], [106.73, 21.2],
    ],
  },
  {
    code: 'DT295',
    name: 'Đường tỉnh 295',
    path: [
      [106.39, 21.307],
      [106.345, 21.345],
      [106.3, 21.36],
      [106.26, 21.35],
    ],
  },
];
