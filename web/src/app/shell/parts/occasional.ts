import { lastPart } from '../last-part.js';

/**
 * Screens that are opened a few times a year, or that show nothing without the network. No phone keeps them ahead of time:
 * each is fetched when it is first opened.
 */
export default lastPart({
  '/app/vao/can-bo': () => import('../../features/accounts/staff-sign-in-screen.js'),
  '/app/can-bo/lap': () => import('../../features/accounts/staff-set-up-screen.js'),
  '/app/may': () => import('../../features/accounts/devices-screen.js'),
  '/app/doi': () => import('../../features/accounts/changes-screen.js'),
  '/app/nguoi-nha': () => import('../../features/accounts/people-screen.js'),
  '/app/vp/phong-toa': () => import('../../features/permits/closures-screen.js'),
  '/app/du-lieu': () => import('../../features/privacy/own-data-screen.js'),
  '/app/dang-ky': () => import('../../features/accounts/papers-screen.js'),
  '/app/tim-da-luu': () => import('../../features/market/saved-searches-screen.js'),
  '/app/htx/niem-yet': () => import('../../features/pools/pools-screen.js'),
  '/app/dan-bai': () => import('../../features/lots/paste-post-screen.js'),
  '/app/nhu-cau': () => import('../../features/demand/board-screen.js'),
  '/app/nguon-hang': () => import('../../features/market/supply-screen.js'),
  '/app/gom/:id/nhu-cau': () => import('../../features/demand/need-screen.js'),
  '/app/tra-gia/:id': () => import('../../features/negotiation/new-offer-screen.js'),
  '/app/them-ho': () => import('../../features/planning/new-households-screen.js'),
  '/app/nghi-ban': () => import('../../features/lots/selling-screen.js'),
  '/app/lam-thay': () => import('../../features/accounts/assisted-screen.js'),
  '/app/gom/:id/giay-to': () => import('../../features/papers/order-papers-screen.js'),
  '/app/so-tien/:id': () => import('../../features/settlement/deal-money-screen.js'),
  '/app/duoc-nho': () => import('../../features/accounts/trusted-screen.js'),
  '/app/gom/:id/doi': () => import('../../features/changes/change-order-screen.js'),
  '/app/don-dinh-ky': () => import('../../features/standing/list-screen.js'),
  '/app/don-dinh-ky/:id': () => import('../../features/standing/standing-screen.js'),
  '/app/don-dinh-ky/:id/sua': () => import('../../features/standing/change-screen.js'),
  '/app/gom/:id/dinh-ky': () => import('../../features/standing/new-screen.js'),
  '/app/gom/:id/dat-lai': () => import('../../features/orders/repeat-screen.js'),
  '/app/don/:id/doi': () => import('../../features/changes/change-deal-screen.js'),
  '/app/gom/:id/chuyen': () => import('../../features/orders/trader-run.js'),
  '/app/bao-tin': () => import('../../features/messages/how-to-tell-screen.js'),
  '/app/uy-quyen': () => import('../../features/accounts/grants-screen.js'),
  '/app/nho-goi': () => import('../../features/replies/help-calls-screen.js'),
  '/app/xin-goi': () => import('../../features/replies/call-back-screen.js'),
  '/app/bo-hen/:id': () => import('../../features/changes/ending-screen.js'),
  '/app/ke-hoach': () => import('../../features/planning/plan-screen.js'),
  '/app/thoi-tiet': () => import('../../features/planning/events-screen.js'),
});
