import { registerEnumType } from '@nestjs/graphql';
import type { ForceMajeure } from '../domain/force-majeure.js';

export const ForceMajeureEnum = {
  CLAIMED: 'CLAIMED',
  CONFIRMED: 'CONFIRMED',
  REFUSED: 'REFUSED',
} as const satisfies Record<ForceMajeure, ForceMajeure>;
registerEnumType(ForceMajeureEnum, {
  name: 'ForceMajeure',
  description: 'Bất khả kháng. / Force majeure.',
  valuesMap: {
    CLAIMED: { description: 'Chờ văn phòng. / The office has not judged.' },
    CONFIRMED: { description: 'Được xác nhận, không ai bị phạt. / Confirmed; nobody pays.' },
    REFUSED: { description: 'Không được công nhận. / Not seen so.' },
  },
});
