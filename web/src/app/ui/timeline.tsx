import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.js';

export interface Step {
  label: string;
  /** `coming` has no mark yet; `stopped` ended there. */
  state: 'done' | 'now' | 'coming' | 'stopped';
  icon: IconName;
  time?: string;
  note?: ComponentChildren;
}

/** The life of a thing from top to bottom; the step it stands at is the loud one. */
export function Timeline({ steps }: { steps: readonly Step[] }) {
  return (
    <ol class="timeline">
      {steps.map(({ label, state, icon, time, note }) => (
        <li key={label} class={state} aria-current={state === 'now' ? 'step' : undefined}>
          <span class="dot">
            <Icon
              name={state === 'done' ? 'check' : state === 'stopped' ? 'cross' : icon}
              size={18}
            />
          </span>
          <span>{label}</span>
          {time && <time class="num">{time}</time>}
          {note && <div class="note">{note}</div>}
        </li>
      ))}
    </ol>
  );
}
