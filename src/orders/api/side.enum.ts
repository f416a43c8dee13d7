import { registerEnumType } from '@nestjs/graphql';
import type { Side } from '../../kernel/side.js';

export const SideEnum = { BUYER: 'BUYER', SELLER: 'SELLER' } as const satisfies Record<Side, Side>;
registerEnumType(SideEnum, {
  name: 'DealSide',
  description: 'Bên mua hay bên bán. / Buyer or seller.',
  valuesMap: {
    BUYER: { description: 'Bên mua. / The buyer.' },
    SELLER: { description: 'Bên bán. / The household.' },
  },
});
