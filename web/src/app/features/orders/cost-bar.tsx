interface CostPart {
  label: string;
  vnd: number;
  text: string;
  kind: 'goods' | 'more-goods' | 'transport';
}

interface CostBarProps {
  parts: readonly CostPart[];
  label: string;
}

const WIDTH = 600;
const HEIGHT = 44;

/** What a plan costs as one bar, its parts as wide as their money; each part is named below with its sum. */
export function CostBar({ parts, label }: CostBarProps) {
  const total = parts.reduce((sum, { vnd }) => sum + vnd, 0);
  const starts = parts.map((_, i) => parts.slice(0, i).reduce((sum, { vnd }) => sum + vnd, 0));
  return (
    <figure class="cost">
      <svg
        class="chart"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
      >
        {parts.map(({ vnd, kind }, i) => (
          <rect
            key={kind + i}
            class={`part ${kind}`}
            x={((starts[i] ?? 0) / Math.max(1, total)) * WIDTH}
            y="0"
            width={(vnd / Math.max(1, total)) * WIDTH}
            height={HEIGHT}
          />
        ))}
      </svg>
      <figcaption>
        <ul class="list">
          {parts.map((part) => (
            <li key={part.label} class="row apart">
              <span>
                <svg class="swatch" viewBox="0 0 16 16" aria-hidden="true">
                  <rect class={`part ${part.kind}`} width="16" height="16" />
                </svg>{' '}
                {part.label}
              </span>
              <b class="num">{part.text}</b>
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}
