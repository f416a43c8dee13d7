import type { Tab } from '../ui/bars.js';
import { say } from '../words/words.js';

/** The four places of a role. A place is named here once its screen exists. */
export function tabsFor(_role: string | undefined, unsent: number): readonly Tab[] {
  const words = say().tabs;
  return [
    { href: '/app', label: words.home, icon: 'home' },
    { href: '/app/cho-gui', label: words.unsent, icon: 'send', count: unsent },
    { href: '/app/kiem-tra', label: words.doctor, icon: 'device' },
    { href: '/app/cai-dat', label: words.settings, icon: 'settings' },
  ];
}
