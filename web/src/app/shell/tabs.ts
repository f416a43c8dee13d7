import type { Tab } from '../ui/bars.js';
import { say } from '../words/words.js';

type Places = (unsent: number) => readonly Tab[];

const guest: Places = (unsent) => {
  const words = say().tabs;
  return [
    { href: '/app', label: words.home, icon: 'home' },
    { href: '/app/cho-gui', label: words.unsent, icon: 'send', count: unsent },
    { href: '/app/kiem-tra', label: words.doctor, icon: 'device' },
    { href: '/app/cai-dat', label: words.settings, icon: 'settings' },
  ];
};

const grower: Places = () => {
  const words = say().tabs;
  return [
    { href: '/app', label: words.home, icon: 'home' },
    { href: '/app/lo', label: words.lots, icon: 'stall' },
    { href: '/app/don', label: words.deals, icon: 'order' },
    { href: '/app/tien', label: words.money, icon: 'money' },
  ];
};

const clerk: Places = () => {
  const words = say().tabs;
  return [
    { href: '/app', label: words.home, icon: 'home' },
    { href: '/app/htx', label: words.members, icon: 'people' },
    { href: '/app/lo', label: words.memberLots, icon: 'stall' },
    { href: '/app/don', label: words.deals, icon: 'order' },
  ];
};

const commune: Places = () => {
  const words = say().tabs;
  return [
    { href: '/app/vp', label: words.board, icon: 'list' },
    { href: '/app/vp/14-ngay', label: words.curve, icon: 'chart' },
    { href: '/app/xa', label: words.commune, icon: 'people' },
    { href: '/app/cai-dat', label: words.settings, icon: 'settings' },
  ];
};

const trader: Places = (unsent) => {
  const words = say().tabs;
  return [
    { href: '/app', label: words.orders, icon: 'order' },
    { href: '/cho', label: words.market, icon: 'stall' },
    { href: '/app/cho-gui', label: words.unsent, icon: 'send', count: unsent },
    { href: '/app/cai-dat', label: words.settings, icon: 'settings' },
  ];
};

const driver: Places = (unsent) => {
  const words = say().tabs;
  return [
    { href: '/app', label: words.runs, icon: 'truck' },
    { href: '/app/cho-gui', label: words.unsent, icon: 'send', count: unsent },
    { href: '/app/kiem-tra', label: words.doctor, icon: 'device' },
    { href: '/app/cai-dat', label: words.settings, icon: 'settings' },
  ];
};

const post: Places = (unsent) => {
  const words = say().tabs;
  return [
    { href: '/app', label: words.scan, icon: 'qr' },
    { href: '/app/chot/nhat-ky', label: words.scans, icon: 'list' },
    { href: '/app/cho-gui', label: words.unsent, icon: 'send', count: unsent },
    { href: '/app/cai-dat', label: words.settings, icon: 'settings' },
  ];
};

/** Those who review papers have them in place of the public prices. */
const desk: Places = () => {
  const words = say().tabs;
  return [
    { href: '/app/vp', label: words.board, icon: 'list' },
    { href: '/app/vp/14-ngay', label: words.curve, icon: 'chart' },
    { href: '/app/vp/giay', label: words.papers, icon: 'permit' },
    { href: '/app/cai-dat', label: words.settings, icon: 'settings' },
  ];
};

/** Four places for each role that has screens of its own; the rest have the guest's. */
const PLACES: Readonly<Record<string, Places>> = {
  GROWER: grower,
  COOP_CLERK: clerk,
  TRADER: trader,
  DRIVER: driver,
  TRANSPORTER: driver,
  CHECKPOINT_OFFICER: post,
  OFFICE_STAFF: desk,
  COMMUNE_OFFICER: commune,
  ADMIN: desk,
};

export const tabsFor = (role: string | undefined, unsent: number): readonly Tab[] =>
  (PLACES[role ?? ''] ?? guest)(unsent);
