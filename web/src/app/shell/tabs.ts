import type { Tab } from '../ui/bars.js';
import { say } from '../words/words.js';

const OFFICE = new Set(['OFFICE_STAFF', 'COMMUNE_OFFICER', 'ADMIN']);

/** The four places of a role. A place is named here once its screen exists. */
export function tabsFor(role: string | undefined, unsent: number): readonly Tab[] {
  const words = say().tabs;
  if (role && OFFICE.has(role)) {
    return [
      { href: '/app/vp', label: words.board, icon: 'list' },
      { href: '/app/vp/14-ngay', label: words.curve, icon: 'chart' },
      { href: '/gia', label: words.prices, icon: 'tag' },
      { href: '/app/cai-dat', label: words.settings, icon: 'settings' },
    ];
  }
  return [
    { href: '/app', label: words.home, icon: 'home' },
    { href: '/app/cho-gui', label: words.unsent, icon: 'send', count: unsent },
    { href: '/app/kiem-tra', label: words.doctor, icon: 'device' },
    { href: '/app/cai-dat', label: words.settings, icon: 'settings' },
  ];
}
