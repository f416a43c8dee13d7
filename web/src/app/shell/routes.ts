import { lazyScreen, type LoadScreen } from './lazy-screen.js';
import { RoleHome } from './role-home.js';

/** Every screen but the first by its path. A feature adds its own lines; its code is fetched when a line is first opened. */
const SCREENS: Record<string, LoadScreen> = {
  '/app/cho-gui': () => import('../features/phone/outbox-screen.js'),
  '/app/cai-dat': () => import('../features/phone/settings-screen.js'),
  '/app/kiem-tra': () => import('../features/phone/doctor-screen.js'),
  '/app/vao': () => import('../features/accounts/sign-in-screen.js'),
  '/app/ho': () => import('../features/accounts/household-screen.js'),
  '/app/vai': () => import('../features/accounts/role-screen.js'),
  '/app/tin': () => import('../features/messages/notices-screen.js'),
  '/app/giup': () => import('../features/home/help-screen.js'),
  '/app/bao': () => import('../features/planning/report-screen.js'),
  '/app/htx': () => import('../features/planning/members-screen.js'),
  '/app/lo': () => import('../features/lots/my-lots-screen.js'),
  '/app/lo/moi': () => import('../features/lots/new-lot-screen.js'),
  '/app/lo/:id': () => import('../features/lots/lot-screen.js'),
  '/app/vp': () => import('../features/office/board-screen.js'),
  '/app/vp/dong': () => import('../features/office/rows-screen.js'),
  '/app/vp/14-ngay': () => import('../features/office/curve-screen.js'),
  '/app/vp/giay': () => import('../features/permits/desk-screen.js'),
  '/app/gom/moi': () => import('../features/orders/trader-order-form.js'),
  '/app/gom/:id': () => import('../features/orders/trader-order.js'),
  '/app/gom/:id/chuyen': () => import('../features/orders/trader-run.js'),
  '/app/gom/:id/tien': () => import('../features/orders/trader-money.js'),
  '/app/don': () => import('../features/orders/grower-offers.js'),
  '/app/don/:id': () => import('../features/orders/grower-deal.js'),
  '/app/vi-sao/:orderId': () => import('../features/orders/grower-why.js'),
  // As messages name the two.
  '/app/loi-moi': () => import('../features/orders/grower-offers.js'),
  '/app/thoa-thuan/:id': () => import('../features/orders/grower-deal.js'),
  '/app/can': () => import('../features/weighing/grower-tickets.js'),
  '/app/can/:id': () => import('../features/weighing/grower-ticket.js'),
  '/app/tien': () => import('../features/settlement/grower-money.js'),
  '/app/chuyen/:id': () => import('../features/runs/run-screen.js'),
  '/app/chuyen/:id/giay': () => import('../features/permits/permit-form.js'),
  '/app/giay/:id': () => import('../features/permits/permit-screen.js'),
  '/app/can-hang/:dealId': () => import('../features/weighing/scale-screen.js'),
  '/app/chot': () => import('../features/permits/checkpoint-screen.js'),
  '/app/chot/nhat-ky': () => import('../features/permits/scan-log-screen.js'),
};

export const ROUTES = [
  { path: '/app', component: RoleHome },
  ...Object.entries(SCREENS).map(([path, load]) => ({ path, component: lazyScreen(load) })),
];
