import { CropDrawing } from '../app/ui/crop-drawing.js';
import { fmt } from '../app/words/words.js';
import { askText } from './lot-card.js';
import type { LotCardProps } from './props.js';
import { words } from './words.js';

/** What a chat bubble shows of a lot: the price burnt in, 1200 × 630, colours of the light theme. */
export function ShareCard({ lot }: { lot: LotCardProps }) {
  const [first] = lot.grades;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width="1200"
      height="630"
      viewBox="0 0 1200 630"
      font-family="Noto Sans, DejaVu Sans, sans-serif"
    >
      <path d="M0 0h1200v630H0z" fill="#f3ebd8" />
      <path d="M48 48h1104v534H48z" fill="#fffefb" stroke="#ddd0b6" stroke-width="2" />
      <path d="M48 466h1104" stroke="#ddd0b6" stroke-width="4" stroke-dasharray="14 10" />
      <g transform="translate(740 96) scale(5.2)">
        <CropDrawing code={lot.drawing} size={64} />
      </g>
      <text x="96" y="150" font-size="56" font-weight="700" fill="#1c1a17">
        {lot.cropName} {first?.name}
      </text>
      {first && (
        <>
          <text x="96" y="290" font-size="112" font-weight="700" fill="#1c1a17">
            {fmt().kg(first.availableGrams)}
          </text>
          <text x="96" y="410" font-size="76" font-weight="700" fill="#1f6b3a">
            {askText(first)}
          </text>
        </>
      )}
      <text x="96" y="540" font-size="44" fill="#5e4f40">
        {lot.communeName}
      </text>
      <text x="1104" y="540" font-size="44" font-weight="700" text-anchor="end" fill="#1f6b3a">
        {words().name}
      </text>
    </svg>
  );
}
