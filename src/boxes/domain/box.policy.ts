import { MARKET_ROLES, type Role } from '../../platform/access/actor.js';
import { rule } from '../../platform/access/policy.js';

const SELLERS: readonly Role[] = ['GROWER', 'COOP_CLERK'];

export const boxPolicy = {
  look: rule('boxes.look', { who: 'anyone signed in to the market', roles: MARKET_ROLES }),
  sell: rule('boxes.sell', {
    who: 'a household, of its own lots; a cooperative, of lots of households that let it sell',
    roles: SELLERS,
  }),
  keep: rule<{ readonly sellerId: string }>('boxes.keep', {
    who: 'whoever sells the boxes',
    roles: SELLERS,
    allows: (actor, sale) => actor.partyId === sale.sellerId,
  }),
  buy: rule('boxes.buy', {
    who: 'anyone signed in to the market, for herself',
    roles: MARKET_ROLES,
  }),
  own: rule<{ readonly buyerId: string }>('boxes.own', {
    who: 'whoever placed the order',
    roles: MARKET_ROLES,
    allows: (actor, order) => actor.personId === order.buyerId,
  }),
  cancel: rule<{ readonly buyerId: string; readonly sellerId: string }>('boxes.cancel', {
    who: 'whoever placed the order, and whoever sells',
    roles: MARKET_ROLES,
    allows: (actor, order) => actor.personId === order.buyerId || actor.partyId === order.sellerId,
  }),
};
