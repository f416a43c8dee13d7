import type { ComponentChildren } from 'preact';

interface CardProps {
  title?: ComponentChildren;
  /** Beside the title: a chip, a time. */
  aside?: ComponentChildren;
  isPanel?: boolean;
  children: ComponentChildren;
}

/** A notice on the board. */
export function Card({ title, aside, isPanel, children }: CardProps) {
  return (
    <section class={isPanel ? 'card panel' : 'card'}>
      {title !== undefined && (
        <div class="card-head">
          <h2>{title}</h2>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}
