import type { ComponentChildren } from 'preact';
import { say } from '../words/words.js';
import { Icon, type IconName } from './icon.js';

interface TopBarProps {
  title: string;
  /** Where the arrow leads; without it there is none. */
  back?: string;
  /** Read out on the telephone: "màn hình A3". */
  code: string;
  /** One mark at the right: the bell. */
  aside?: ComponentChildren;
  children?: ComponentChildren;
}

export function TopBar({ title, back, code, aside, children }: TopBarProps) {
  return (
    <header class="top-bar">
      <div class="row">
        {back !== undefined && (
          <a href={back} class="btn quiet" aria-label={say().back}>
            <Icon name="back" />
          </a>
        )}
        {/* A number breaks before itself, never within. */}
        <h1 tabIndex={-1}>{title.replaceAll(/\b-\b/g, '‑')}</h1>
        <span class="screen-code num">
          <span class="sr">{say().screen('')}</span>
          {code}
        </span>
        {aside}
      </div>
      {children}
    </header>
  );
}

export interface Tab {
  href: string;
  label: string;
  icon: IconName;
  /** Things that wait there; nought shows nothing. */
  count?: number;
}

interface BottomBarProps {
  tabs: readonly Tab[];
  /** Path of the screen that is open. */
  current: string;
}

/** Four places, always the same four. */
export function BottomBar({ tabs, current }: BottomBarProps) {
  return (
    <nav class="bottom-bar" aria-label={say().menu}>
      {tabs.map(({ href, label, icon, count = 0 }) => (
        <a key={href} href={href} aria-current={href === current ? 'page' : undefined}>
          <Icon name={icon} />
          {label}
          {count > 0 && <span class="count num">{count}</span>}
        </a>
      ))}
    </nav>
  );
}

/** The main action of a screen and its alternatives, full width where the thumb is. */
export const ThumbBar = ({ children }: { children: ComponentChildren }) => (
  <div class="thumb">
    <div class="stack tight">{children}</div>
  </div>
);
