import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { say } from '../words/words.js';
import { Icon } from './icon.js';

/** What a control inside a `Field` must carry, so that its hint and its fault are heard with it. */
interface Tied {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': 'true' | undefined;
  required: boolean;
}

interface FieldProps {
  id: string;
  label: string;
  hint?: string;
  /** The sentence that says how to mend it. */
  error?: string;
  isOptional?: boolean;
  /** Of several fields one is enough: only while there is none is the first needed. */
  isNeeded?: boolean;
  children: (tied: Tied) => ComponentChildren;
}

/** Whether somebody tried to go on without this; until something is put in. */
function useMissed() {
  const [isMissed, setMissed] = useState(false);
  const onInvalidCapture = (event: Event): void => {
    // Instead of the browser's own bubble, in whatever language the browser speaks.
    event.preventDefault();
    setMissed(true);
  };
  return { isMissed, asked: { onInvalidCapture, onInput: () => setMissed(false) } };
}

export function Field({ id, label, hint, isOptional, isNeeded, children, ...props }: FieldProps) {
  const { isMissed, asked } = useMissed();
  const error = props.error ?? (isMissed ? say().form.missing : undefined);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field" {...asked}>
      <label for={id}>
        {label}
        {isOptional && <span class="hint"> ({say().form.optional})</span>}
      </label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? 'true' : undefined,
        required: isNeeded ?? !isOptional,
      })}
      {error && (
        <p class="wrong" id={`${id}-error`}>
          <Icon name="warning" />
          {error}
        </p>
      )}
    </div>
  );
}

interface TextFieldProps extends Omit<FieldProps, 'children'> {
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel';
  /** What makes it whole, for a field of a fixed length. */
  pattern?: string;
  /** `one-time-code`, `tel`, `name`: lets the phone fill it in. */
  autocomplete?: 'name' | 'off' | 'one-time-code' | 'tel';
  maxLength?: number;
  value: string;
  onChange: (text: string) => void;
}

/** One line of text. Dictation works, because it is the plain control of the phone. */
export function TextField({ value, onChange, ...rest }: TextFieldProps) {
  const { inputMode, autocomplete, maxLength = 200, ...field } = rest;
  // Blanks alone are nothing where something is needed.
  const pattern = rest.pattern ?? (rest.isOptional ? undefined : '.*\\S.*');
  return (
    <Field {...field}>
      {(tied) => (
        <input
          class="input"
          {...tied}
          type="text"
          {...{ inputMode, autocomplete, maxLength, pattern, value }}
          onInput={({ currentTarget }) => onChange(currentTarget.value)}
        />
      )}
    </Field>
  );
}

interface KeysProps {
  legend: string;
  /** The legend is heard, not seen. */
  isNamed?: boolean;
  /** While nothing that can be meant is pressed. */
  isMissing: boolean;
  /** Then this says what to do, once somebody tried to go on. */
  missing: string;
  class: string;
  /** Gets what is wrong, to be drawn where it is seen beside the keys. */
  children: (wrong: ComponentChildren) => ComponentChildren;
}

/** Keys to press where others are typed into: missed, they say so as a field does. */
export function Keys({ legend, isNamed, isMissing, missing, children, ...look }: KeysProps) {
  const id = useId();
  const { isMissed, asked } = useMissed();
  const isWrong = isMissed && isMissing;
  return (
    <fieldset
      {...look}
      data-missing={isMissing ? '' : undefined}
      aria-invalid={isWrong ? 'true' : undefined}
      aria-describedby={isWrong ? `${id}-error` : undefined}
      onInvalidCapture={asked.onInvalidCapture}
    >
      <legend class={isNamed ? 'sr' : undefined}>{legend}</legend>
      {children(
        isWrong && (
          <p class="wrong" id={`${id}-error`}>
            <Icon name="warning" />
            {missing}
          </p>
        ),
      )}
    </fieldset>
  );
}

interface Choice<Value extends string> {
  value: Value;
  label: string;
  note?: string;
  picture?: ComponentChildren;
}

interface ChoicesProps<Value extends string> {
  name: string;
  legend: string;
  /** Three and "Khác" on a grower's screen. */
  choices: readonly Choice<Value>[];
  value: Value | null;
  isOptional?: boolean;
  onChange: (value: Value) => void;
}

/** One of a few, as large rows; a radio group to the keyboard and to the ear. */
export function Choices<Value extends string>({
  name,
  legend,
  choices,
  value,
  isOptional,
  onChange,
}: ChoicesProps<Value>) {
  const { isMissed, asked } = useMissed();
  return (
    <fieldset
      class="choices"
      role="radiogroup"
      aria-invalid={isMissed ? 'true' : undefined}
      aria-describedby={isMissed ? `${name}-error` : undefined}
      {...asked}
    >
      <legend>{legend}</legend>
      {isMissed && (
        <p class="wrong" id={`${name}-error`}>
          {say().form.unchosen}
        </p>
      )}
      {choices.map((choice) => (
        <label class="choice" key={choice.value}>
          <input
            type="radio"
            name={name}
            required={!isOptional}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          {choice.picture}
          <span class="grow">
            <b>{choice.label}</b>
            {choice.note && <span class="earth"> {choice.note}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface SwitchProps {
  label: string;
  note?: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

export function Switch({ label, note, isOn, onChange }: SwitchProps) {
  return (
    <label class="choice">
      <input
        type="checkbox"
        role="switch"
        checked={isOn}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      <span class="grow">
        <b>{label}</b>
        {note && <span class="earth"> {note}</span>}
      </span>
    </label>
  );
}
