import { ICON_STROKES, type IconName } from './icon-strokes.js';

export type { IconName };

interface IconProps {
  name: IconName;
  /** Edge in CSS pixels; 24 unless said. */
  size?: number;
  /** What a listener hears. Without it the icon is decoration beside words. */
  label?: string;
}

export function Icon({ name, size = 24, label }: IconProps) {
  const heard = label ? { role: 'img' as const, 'aria-label': label } : { 'aria-hidden': true };
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
      {...heard}
    >
      <path d={ICON_STROKES[name]} />
    </svg>
  );
}
