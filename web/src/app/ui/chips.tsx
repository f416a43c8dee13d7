import { fmt, say } from '../words/words.js';
import { Icon, type IconName } from './icon.js';
import type { Tone } from './picture-button.js';

export type Status = keyof ReturnType<typeof say>['status'];

const LOOKS: Record<Status, { tone: Tone; icon: IconName }> = {
  DRAFT: { tone: 'plain', icon: 'edit' },
  UNSENT: { tone: 'amber', icon: 'waiting' },
  POSTED: { tone: 'blue', icon: 'stall' },
  ASKED: { tone: 'amber', icon: 'chat' },
  AGREED: { tone: 'blue', icon: 'order' },
  COLLECTING: { tone: 'amber', icon: 'truck' },
  WEIGHED: { tone: 'green', icon: 'scale' },
  PAID: { tone: 'green', icon: 'check' },
  CANCELLED: { tone: 'plain', icon: 'cross' },
  REFUSED: { tone: 'red', icon: 'warning' },
};

/** One of the fixed status words, with its mark: never by colour alone. */
export function StatusChip({ status }: { status: Status }) {
  const { tone, icon } = LOOKS[status];
  return (
    <Chip tone={tone} icon={icon}>
      {say().status[status]}
    </Chip>
  );
}

interface ChipProps {
  tone: Tone;
  icon: IconName;
  children: string;
}

export function Chip({ tone, icon, children }: ChipProps) {
  return (
    <span class={`chip tone-${tone}`}>
      <Icon name={icon} size={20} />
      {children}
    </span>
  );
}

interface NetworkChipProps {
  isOnline: boolean;
  unsent: number;
  isSending: boolean;
  /** The waiting list. */
  href: string;
}

/** Signal and unsent acts, always in the same place and always true. */
export function NetworkChip({ isOnline, unsent, isSending, href }: NetworkChipProps) {
  const words = say().network;
  const signal = isOnline ? words.online : words.offline;
  const isCalm = isOnline && unsent === 0;
  const text = isSending ? words.sending : unsent > 0 ? words.unsent(unsent) : signal;
  return (
    <a href={href} class={`chip tone-${isCalm ? 'green' : 'amber'}`}>
      <Icon
        name={isOnline ? 'wifi' : 'wifiOff'}
        size={20}
        label={unsent > 0 ? signal : undefined}
      />
      <span aria-live="polite">{text}</span>
    </a>
  );
}

interface SealProps {
  /** Who says so: `Xã Nghĩa Phương`. */
  by: string;
  /** What they say, as a verb: `xác nhận`. */
  what: string;
  at: string;
}

/** A trust mark: who says so, and when. */
export function Seal({ by, what, at }: SealProps) {
  return (
    <span class="seal">
      <Icon name="shield" />
      <span>
        <b>{by}</b> {what} {at}
      </span>
    </span>
  );
}

/** Age of data the phone kept, shown wherever it is not fresh. */
export function KeptNote({ at }: { at: Date }) {
  return (
    <p class="stale">
      <Icon name="clock" size={20} />
      {say().states.kept(fmt().age(at, new Date()))}
    </p>
  );
}
