import { part } from '../part.js';

/** Of a cooperative’s clerk: her members, and what a household has. */
export default part({
  '/app': () => import('../../features/home/coop-home.js'),
  '/app/htx': () => import('../../features/planning/members-screen.js'),
  '/app/htx/nguon': () => import('../../features/planning/source-screen.js'),
  '/app/htx/bao-ho': () => import('../../features/planning/report-list-screen.js'),
  '/app/bao': () => import('../../features/planning/report-screen.js'),
  '/app/lo': () => import('../../features/lots/my-lots-screen.js'),
  '/app/lo/moi': () => import('../../features/lots/new-lot-screen.js'),
  '/app/lo/:id': () => import('../../features/lots/lot-screen.js'),
  '/app/don': () => import('../../features/orders/grower-offers.js'),
  '/app/don/:id': () => import('../../features/orders/grower-deal.js'),
  '/app/loi-moi': () => import('../../features/orders/grower-offers.js'),
  '/app/thoa-thuan/:id': () => import('../../features/orders/grower-deal.js'),
  '/app/mac-ca': () => import('../../features/negotiation/talks-screen.js'),
  '/app/mac-ca/:id': () => import('../../features/negotiation/talk-screen.js'),
  '/app/can': () => import('../../features/weighing/grower-tickets.js'),
  '/app/can/:id': () => import('../../features/weighing/grower-ticket.js'),
  '/app/tien': () => import('../../features/settlement/grower-money.js'),
});
