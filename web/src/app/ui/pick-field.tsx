import { Field } from './field.js';

interface PickFieldProps {
  id: string;
  label: string;
  hint?: string;
  error?: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
}

/** One of many, with the phone's own list. */
export function PickField({ id, label, hint, error, value, options, onChange }: PickFieldProps) {
  return (
    <Field {...{ id, label, hint, error }}>
      {(tied) => (
        <select
          class="input"
          {...tied}
          value={value}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
