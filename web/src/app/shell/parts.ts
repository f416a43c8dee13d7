import { lazyScreen } from './lazy-screen.js';

/** Each part names its screens and is fetched after sign-in, so the shell stays small however many screens there are. */
const LOADS = {
  grower: () => import('./parts/grower.js'),
  clerk: () => import('./parts/clerk.js'),
  trader: () => import('./parts/trader.js'),
  driver: () => import('./parts/driver.js'),
  post: () => import('./parts/post.js'),
  office: () => import('./parts/office.js'),
  commune: () => import('./parts/commune.js'),
};

type Part = keyof typeof LOADS;

const OF_ROLE: Readonly<Record<string, Part>> = {
  GROWER: 'grower',
  COOP_CLERK: 'clerk',
  TRADER: 'trader',
  DRIVER: 'driver',
  TRANSPORTER: 'driver',
  CHECKPOINT_OFFICER: 'post',
  OFFICE_STAFF: 'office',
  ADMIN: 'office',
  COMMUNE_OFFICER: 'commune',
};

/** The part of the app that a role has; who has none is a guest. */
export const partOf = (role: string | undefined): Part | 'guest' => OF_ROLE[role ?? ''] ?? 'guest';

const screensOf = new Map(
  Object.entries(LOADS).map(([name, load]) => [name, lazyScreen(load)] as const),
);

/** The screens of a part; undefined for the guest, whose screens everyone has. */
export const screensOfPart = (name: string) => screensOf.get(name);
