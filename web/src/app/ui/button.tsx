import type { ComponentChildren, TargetedMouseEvent } from 'preact';
import { Icon, type IconName } from './icon.js';
import { pointOut } from './point-out.js';

type Look = 'main' | 'plain' | 'quiet' | 'stop';

interface Shared {
  children: ComponentChildren;
  /** `main` is the one green action of a screen; `stop` undoes or ends something. */
  look?: Look;
  icon?: IconName;
  isWide?: boolean;
}

interface ButtonProps extends Shared {
  onPress: () => void;
  /** The button stays reachable; pressed, it leads to what is missing or wrong. */
  isDisabled?: boolean;
  type?: 'button' | 'submit';
  id?: string;
}

const classOf = ({ look = 'plain', isWide }: Shared): string =>
  ['btn', look !== 'plain' && look, isWide && 'wide'].filter(Boolean).join(' ');

export function Button({
  onPress,
  isDisabled,
  type = 'button',
  id,
  icon,
  children,
  ...look
}: ButtonProps) {
  const press = (event: TargetedMouseEvent<HTMLButtonElement>): void => {
    if (type === 'submit') event.preventDefault();
    if (isDisabled) pointOut(event.currentTarget);
    else onPress();
  };
  return (
    <button
      id={id}
      type={type}
      class={classOf({ children, ...look })}
      aria-disabled={isDisabled ? 'true' : undefined}
      onClick={press}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

interface LinkButtonProps extends Shared {
  href: string;
  /** `noopener` is always set for pages that are not ours. */
  isElsewhere?: boolean;
}

export function LinkButton({ href, isElsewhere, icon, children, ...look }: LinkButtonProps) {
  const elsewhere = isElsewhere ? { target: '_blank', rel: 'noopener' } : {};
  return (
    <a href={href} class={classOf({ children, ...look })} {...elsewhere}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  );
}

interface IconButtonProps {
  icon: IconName;
  /** What it does; heard, not seen. */
  label: string;
  onPress: () => void;
}

export function IconButton({ icon, label, onPress }: IconButtonProps) {
  return (
    <button type="button" class="btn quiet" aria-label={label} onClick={onPress}>
      <Icon name={icon} />
    </button>
  );
}
