import { part } from '../part.js';

/** Of a trader: orders gathered from households, their runs, scale and money. */
export default part({
  '/app': () => import('../../features/orders/trader-home.js'),
  '/app/gom/moi': () => import('../../features/orders/trader-order-form.js'),
  '/app/gom/:id': () => import('../../features/orders/trader-order.js'),
  '/app/gom/:id/tien': () => import('../../features/orders/trader-money.js'),
  '/app/mac-ca': () => import('../../features/negotiation/talks-screen.js'),
  '/app/mac-ca/:id': () => import('../../features/negotiation/talk-screen.js'),
  '/app/can/:id': () => import('../../features/weighing/grower-ticket.js'),
  '/app/chuyen/:id': () => import('../../features/runs/run-screen.js'),
  '/app/chuyen/:id/giay': () => import('../../features/permits/permit-form.js'),
  '/app/giay/:id': () => import('../../features/permits/permit-screen.js'),
  '/app/can-hang/:dealId': () => import('../../features/weighing/scale-screen.js'),
});
