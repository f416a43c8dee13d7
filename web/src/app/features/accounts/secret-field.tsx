import { useState } from 'preact/hooks';
import { Field, Switch } from '../../ui/field.js';

interface SecretFieldProps {
  id: string;
  label: string;
  hint?: string;
  error?: string;
  /** Names the switch that shows what was typed. */
  show: string;
  autocomplete: 'current-password' | 'new-password';
  value: string;
  onChange: (text: string) => void;
}

/** A password: hidden until its owner wants to see it, never kept on the phone by us. */
export function SecretField({ show, autocomplete, value, onChange, ...field }: SecretFieldProps) {
  const [isShown, setShown] = useState(false);
  return (
    <>
      <Field {...field}>
        {(tied) => (
          <input
            class="input"
            {...tied}
            // The typings know a password and a text as different controls; it is one that changes.
            type={(isShown ? 'text' : 'password') as 'password'}
            autocomplete={autocomplete}
            autocapitalize="none"
            maxLength={200}
            value={value}
            onInput={({ currentTarget }) => onChange(currentTarget.value)}
          />
        )}
      </Field>
      <Switch label={show} isOn={isShown} onChange={setShown} />
    </>
  );
}
