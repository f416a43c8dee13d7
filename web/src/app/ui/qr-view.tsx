import { correction, generate } from 'lean-qr';
import { useMemo } from 'preact/hooks';

interface QrViewProps {
  text: string;
  /** What the code is for, to those who cannot see it. */
  label: string;
}

/** Quiet zone of four modules on each side, as scanners expect (ISO/IEC 18004). */
const QUIET = 4;

/** A QR code, black on white in both themes: a scanner needs the contrast more than the night does. */
export function QrView({ text, label }: QrViewProps) {
  const { path, edge } = useMemo(() => drawn(text), [text]);
  return (
    <figure class="qr">
      <svg
        viewBox={`${-QUIET} ${-QUIET} ${edge + 2 * QUIET} ${edge + 2 * QUIET}`}
        shape-rendering="crispEdges"
        role="img"
        aria-label={label}
      >
        <path d={path} fill="#000" />
      </svg>
    </figure>
  );
}

function drawn(text: string): { path: string; edge: number } {
  // Level M mends 15 %: a thumb-print on a cracked screen.
  const code = generate(text, { minCorrectionLevel: correction.M });
  let path = '';
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) {
      if (!code.get(x, y)) continue;
      const from = x;
      while (code.get(x + 1, y)) x++;
      path += `M${from} ${y}h${x - from + 1}v1h${from - x - 1}z`;
    }
  }
  return { path, edge: code.size };
}
