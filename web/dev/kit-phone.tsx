import type { ComponentChildren } from 'preact';
import { BottomBar, ThumbBar, TopBar } from '../src/app/ui/bars.js';
import { NetworkChip } from '../src/app/ui/chips.js';
import { Toasts } from '../src/app/ui/toast.js';

const TABS = [
  { href: '#1', label: 'Nhà', icon: 'home' },
  { href: '#2', label: 'Có hàng', icon: 'basket' },
  { href: '#3', label: 'Đơn', icon: 'order', count: 2 },
  { href: '#4', label: 'Tiền', icon: 'money' },
] as const;

interface PhoneProps {
  title: string;
  code: string;
  isHome?: boolean;
  action?: ComponentChildren;
  children: ComponentChildren;
}

/** A page of a phone as the kit shows it. */
export function Phone({ title, code, isHome = true, action, children }: PhoneProps) {
  return (
    <div class="page">
      <TopBar title={title} code={code} back={isHome ? undefined : '#'}>
        {isHome && (
          <div class="strip">
            <NetworkChip isOnline={false} unsent={2} isSending={false} href="#" />
          </div>
        )}
      </TopBar>
      <main>
        <div class="stack">{children}</div>
      </main>
      <div class="foot">
        {action && <ThumbBar>{action}</ThumbBar>}
        {isHome && <BottomBar tabs={TABS} current="#1" />}
      </div>
      <Toasts />
    </div>
  );
}
