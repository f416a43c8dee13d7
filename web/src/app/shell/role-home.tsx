import type { ComponentType } from 'preact';
import { session } from '../session.js';
import { lazyScreen, type RouteProps } from './lazy-screen.js';

type Home = ComponentType<RouteProps>;

const GuestHome: Home = lazyScreen(() => import('../features/home/guest-home.js'));
const GrowerHome: Home = lazyScreen(() => import('../features/home/grower-home.js'));
const CoopHome: Home = lazyScreen(() => import('../features/home/coop-home.js'));
const OfficeHome: Home = lazyScreen(() => import('../features/office/board-screen.js'));
const TraderHome: Home = lazyScreen(() => import('../features/orders/trader-home.js'));
const DriverHome: Home = lazyScreen(() => import('../features/runs/runs-home.js'));
const PostHome: Home = lazyScreen(() => import('../features/permits/checkpoint-screen.js'));

/** The first screen of each role that has one; the rest begin where a guest does. */
const HOMES: Readonly<Record<string, Home>> = {
  GROWER: GrowerHome,
  COOP_CLERK: CoopHome,
  TRADER: TraderHome,
  DRIVER: DriverHome,
  TRANSPORTER: DriverHome,
  CHECKPOINT_OFFICER: PostHome,
  OFFICE_STAFF: OfficeHome,
  COMMUNE_OFFICER: OfficeHome,
  ADMIN: OfficeHome,
};

export function RoleHome(props: RouteProps) {
  const Chosen = HOMES[session.value?.role ?? ''] ?? GuestHome;
  return <Chosen params={props.params} query={props.query} />;
}
