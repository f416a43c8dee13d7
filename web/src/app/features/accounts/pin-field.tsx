import { Field } from '../../ui/field.js';

interface PinFieldProps {
  id: string;
  label: string;
  digits: number;
  error?: string;
  value: string;
  onChange: (digits: string) => void;
}

/** A few digits that nobody else should read: hidden, typed on the keys for numbers, never offered to be kept. */
export function PinField({ digits, value, onChange, ...field }: PinFieldProps) {
  return (
    <Field {...field}>
      {(tied) => (
        <input
          class="input one-code num"
          {...tied}
          // The typings know a password and a text as different controls.
          type={(digits === 4 ? 'password' : 'text') as 'password'}
          inputMode="numeric"
          autocomplete={digits === 4 ? 'off' : 'one-time-code'}
          pattern={`\\d{${digits}}`}
          value={value}
          onInput={({ currentTarget }) =>
            onChange(currentTarget.value.normalize('NFKC').replace(/\D/g, '').slice(0, digits))
          }
        />
      )}
    </Field>
  );
}
