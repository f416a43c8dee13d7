import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { isOnline } from '../api/line.js';
import { isSending, unsent } from '../offline/phone.js';
import { session, signInNeeded } from '../session.js';
import { BottomBar, ThumbBar, TopBar } from '../ui/bars.js';
import { NetworkChip } from '../ui/chips.js';
import { Icon } from '../ui/icon.js';
import { toStep } from '../ui/point-out.js';
import { Toasts } from '../ui/toast.js';
import { say } from '../words/words.js';
import { tabsFor } from './tabs.js';

interface ScreenProps {
  title: string;
  /** Id of the screen, the same for good: support asks for it on the telephone. */
  code: string;
  back?: string;
  /** Where a form of several steps stands: each is begun at its heading. */
  step?: string;
  /** `desk` for the office: dense, wide. */
  density?: 'hand' | 'desk';
  /** Shows the state of the line even when all is well: on home screens. */
  showsSignal?: boolean;
  /** Beside the name: the bell of a home screen. */
  aside?: ComponentChildren;
  /** The main button and its alternatives, at the thumb. */
  action?: ComponentChildren;
  children: ComponentChildren;
}

/** The frame of every signed-in screen: what it is, the state of the line, the four places. */
export function Screen({
  title,
  code,
  back,
  step,
  density = 'hand',
  showsSignal,
  aside,
  action,
  children,
}: ScreenProps) {
  const { path } = useLocation();
  useEffect(() => {
    document.title = `${title} – ${say().appName}`;
  }, [title]);
  useEffect(() => {
    document.documentElement.dataset['density'] = density;
  }, [density]);
  // Before it can be touched: later it would take the keys away from a field that is typed into.
  useLayoutEffect(() => document.querySelector('h1')?.focus(), [path]);
  const stood = useRef(step);
  useLayoutEffect(() => {
    if (stood.current !== step) toStep();
    stood.current = step;
  }, [step]);
  const isCalm = isOnline.value && unsent.value === 0;
  return (
    <div class="page">
      <a href="#main" class="btn main skip">
        {say().skip}
      </a>
      <TopBar title={title} code={code} back={back} aside={aside}>
        {(showsSignal || !isCalm) && (
          <div class="strip">
            <NetworkChip
              isOnline={isOnline.value}
              unsent={unsent.value}
              isSending={isSending.value}
              href="/app/cho-gui"
            />
          </div>
        )}
        {signInNeeded.value && path !== '/app/vao' && (
          <div class="strip">
            <a class="chip tone-amber" href={`/app/vao?ve=${encodeURIComponent(path)}`}>
              <Icon name="lock" size={20} />
              {say().signInAgain}
            </a>
          </div>
        )}
      </TopBar>
      <main id="main">{children}</main>
      <footer class="foot">
        <Toasts />
        {action && <ThumbBar>{action}</ThumbBar>}
        <BottomBar tabs={tabsFor(session.value?.role, unsent.value)} current={path} />
      </footer>
    </div>
  );
}
