import type { LatLon, RoadNet } from './roads.js';

const at = ([lon, lat]: readonly [number, number]): LatLon => ({ lat, lon });

/**
 * The roads of the district for reckoning distances. The river Lục Nam lies between the na communes of the
 * south and Đồi Ngô; its course and the three bridges are estimates, within a kilometre.
 */
export const LUC_NAM_ROADS: RoadNet = {
  bend: 1.35,
  rivers: [
    {
      course: (
        [
          [106.505, 21.322],
          [106.4926, 21.3187],
          [106.478, 21.325],
          [106.4615, 21.3175],
          [106.4524, 21.3069],
          [106.426, 21.298],
          [106.412, 21.293],
          [106.4035, 21.287],
          [106.4013, 21.267],
          [106.3882, 21.2484],
          [106.4027, 21.2406],
          [106.3887, 21.2331],
          [106.357, 21.2366],
          [106.3464, 21.2299],
          [106.3333, 21.2405],
          [106.3267, 21.2204],
          [106.3278, 21.1834],
          [106.336, 21.1727],
        ] as const
      ).map(at),
      // Lục Nam (Đồi Ngô – Cương Sơn), Khám Lạng (ĐT293), Cẩm Lý (QL37).
      bridges: (
        [
          [106.407, 21.2895],
          [106.4013, 21.272],
          [106.3915, 21.2328],
        ] as const
      ).map(at),
    },
  ],
};
