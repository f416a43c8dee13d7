import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface SlipLine {
  label: string;
  value: string;
  /** `minus` for what is taken off; `sum` for the line under the double rule. */
  kind?: 'minus' | 'sum';
}

interface SlipProps {
  title: ComponentChildren;
  aside?: ComponentChildren;
  lines: readonly SlipLine[];
  children?: ComponentChildren;
}

/** The weighing slip: figures on dotted leaders, the sum under a double rule, a torn foot. */
export function Slip({ title, aside, lines, children }: SlipProps) {
  return (
    <section>
      <div class="slip">
        <div class="slip-head">
          <h2>{title}</h2>
          {aside}
        </div>
        <dl>
          {lines.map(({ label, value, kind }) => (
            <div class={kind ? `leader ${kind}` : 'leader'}>
              <dt>{label}</dt>
              <dd class="num">{value}</dd>
            </div>
          ))}
        </dl>
        {children}
      </div>
      <Tear />
    </section>
  );
}

function Tear() {
  const id = useId();
  return (
    <svg class="slip-tear" height="9" aria-hidden="true">
      <pattern id={id} width="14" height="9" patternUnits="userSpaceOnUse">
        <path d="M0 0l7 8 7-8" fill="var(--slip)" stroke="var(--rule)" />
      </pattern>
      <rect width="100%" height="9" fill={`url(#${id})`} />
    </svg>
  );
}
