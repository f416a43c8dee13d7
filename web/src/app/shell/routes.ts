import { lazyScreen, type LoadScreen } from './lazy-screen.js';

/** Every screen by its path. A feature adds its own lines; its code is fetched when a line is first opened. */
const SCREENS: Record<string, LoadScreen> = {
  '/app': () => import('../features/home/guest-home.js'),
  '/app/cho-gui': () => import('../features/phone/outbox-screen.js'),
  '/app/cai-dat': () => import('../features/phone/settings-screen.js'),
  '/app/kiem-tra': () => import('../features/phone/doctor-screen.js'),
  '/app/vp': () => import('../features/office/board-screen.js'),
  '/app/vp/dong': () => import('../features/office/rows-screen.js'),
  '/app/vp/14-ngay': () => import('../features/office/curve-screen.js'),
};

export const ROUTES = Object.entries(SCREENS).map(([path, load]) => ({
  path,
  component: lazyScreen(load),
}));
