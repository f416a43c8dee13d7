import { say } from './permit-words.js';

/** `98C12345` as it is painted: `98C-123.45`, and of two wheels `98B1-123.45`; other lengths keep their figures together. */
export const paintedPlate = (plate: string): string =>
  plate
    .replace(/^(\d{2}(?:[A-Z]{1,2}|[A-Z]\d))(\d{3})(\d{2})$/, '$1-$2.$3')
    .replace(/^(\d{2}[A-Z]{1,2})(\d{4})$/, '$1-$2');

/** A plate to be compared with the one on the vehicle from three steps away; as wide as the screen lets it be. */
export function PlateText({ plate }: { plate: string }) {
  const text = paintedPlate(plate);
  return (
    <svg
      class="plate-text"
      viewBox={`0 0 ${text.length * 15} 28`}
      role="img"
      aria-label={`${say().plate} ${text}`}
    >
      <text x="50%" y="22" text-anchor="middle" textLength={text.length * 14}>
        {text}
      </text>
    </svg>
  );
}
