import type { NotDone as Why } from '../../api/use-deed.js';
import { TextField } from '../../ui/field.js';
import { NotDone } from '../../ui/not-done.js';
import { saidAt, saidElsewhere } from '../../ui/said-at.js';

/** Whose number, and why, as two fields say it. */
export interface PhoneReason {
  phone: string;
  reason: string;
}

export const NOBODY: PhoneReason = { phone: '', reason: '' };

export const isWhole = ({ phone, reason }: PhoneReason): boolean =>
  phone !== '' && reason.trim() !== '';

interface Props {
  /** Before the ids of the two fields. */
  id: string;
  labels: { phone: string; reason: string; reasonHint?: string };
  longestReason: number;
  value: PhoneReason;
  onChange: (value: PhoneReason) => void;
  notDone: Why | null;
}

/** A number and the reason that is kept with what is done about it; why it was not done stands at them. */
export function PhoneReasonField({ id, labels, longestReason, value, onChange, notDone }: Props) {
  return (
    <>
      <TextField
        id={`${id}-phone`}
        label={labels.phone}
        error={saidAt(notDone, 'phone')}
        inputMode="tel"
        autocomplete="off"
        maxLength={20}
        value={value.phone}
        onChange={(phone) => onChange({ ...value, phone })}
      />
      <TextField
        id={`${id}-reason`}
        label={labels.reason}
        hint={labels.reasonHint}
        error={saidAt(notDone, 'reason')}
        autocomplete="off"
        maxLength={longestReason}
        value={value.reason}
        onChange={(reason) => onChange({ ...value, reason })}
      />
      <NotDone why={saidElsewhere(notDone, 'phone', 'reason')} />
    </>
  );
}
