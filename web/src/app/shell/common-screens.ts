import type { Screens } from './lazy-screen.js';

/**
 * Screens of whoever holds the phone, signed in or not. The screens of a role stand in `parts/`, one file a role;
 * those opened a few times a year in `parts/occasional.ts`.
 */
export const COMMON: Screens = {
  '/app': () => import('../features/home/guest-home.js'),
  '/app/cho-gui': () => import('../features/phone/outbox-screen.js'),
  '/app/cai-dat': () => import('../features/phone/settings-screen.js'),
  '/app/kiem-tra': () => import('../features/phone/doctor-screen.js'),
  '/app/vao': () => import('../features/accounts/sign-in-screen.js'),
  '/app/tin': () => import('../features/messages/notices-screen.js'),
  // Where the public page of a lot leads whoever wants to order.
  '/app/lo/:id': () => import('../features/lots/market-lot-screen.js'),
  '/app/giup': () => import('../features/home/help-screen.js'),
};
