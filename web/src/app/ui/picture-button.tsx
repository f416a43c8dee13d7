import type { ComponentChildren } from 'preact';

export type Tone = 'green' | 'amber' | 'red' | 'blue' | 'plain';

interface BigPictureButtonProps {
  href: string;
  picture: ComponentChildren;
  label: string;
  tone: Exclude<Tone, 'plain'>;
  /** The colour in words, so that a helper on the telephone can say "bấm nút xanh". */
  colourName: string;
}

/** One of the few large choices of a home screen: a picture, two or three words, a colour that has a name. */
export function BigPictureButton({
  href,
  picture,
  label,
  tone,
  colourName,
}: BigPictureButtonProps) {
  return (
    <a href={href} class={`picture-btn tone-${tone}`}>
      {picture}
      <span>{label}</span>
      <small>{colourName}</small>
    </a>
  );
}

export const PictureGrid = ({ children }: { children: ComponentChildren }) => (
  <nav class="pictures">{children}</nav>
);
