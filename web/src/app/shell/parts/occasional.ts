import { lastPart } from '../last-part.js';

/**
 * Screens that anyone opens a few times a year. No phone keeps them ahead of time: each is fetched when it is opened, and
 * what it shows or writes needs the network anyway.
 */
export default lastPart({
  '/app/vao/can-bo': () => import('../../features/accounts/staff-sign-in-screen.js'),
  '/app/can-bo/lap': () => import('../../features/accounts/staff-set-up-screen.js'),
  '/app/may': () => import('../../features/accounts/devices-screen.js'),
  '/app/du-lieu': () => import('../../features/privacy/own-data-screen.js'),
  '/app/dang-ky': () => import('../../features/accounts/papers-screen.js'),
  '/app/bao-tin': () => import('../../features/messages/how-to-tell-screen.js'),
  '/app/uy-quyen': () => import('../../features/accounts/grants-screen.js'),
  '/app/ke-hoach': () => import('../../features/planning/plan-screen.js'),
  '/app/thoi-tiet': () => import('../../features/planning/events-screen.js'),
});
