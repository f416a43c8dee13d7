import { signal } from '@preact/signals';
import type { Id } from '../../../../../src/kernel/id.js';
import { isRefusal } from '../../../../../src/kernel/refusal.js';
import type { Grams } from '../../../../../src/kernel/units.js';
import { weightTyped } from '../../ui/heard.js';
import { SpokenField, WEIGHT, type Spoken, type SpokenFieldProps } from '../../ui/spoken-field.js';
import type { Containers } from './counted-weight.js';
import { Counting } from './counting.js';

const counted = signal<(typeof import('./counted-weight.js'))['default'] | null>(null);

/** Rows hear weights alone until this came. */
export const hearContainers = (): void => {
  import('./counted-weight.js').then(
    ({ default: part }) => (counted.value = part),
    () => undefined,
  );
};

const spokenIn = (containers: Containers): Spoken<Grams> =>
  counted.value?.spokenIn(containers) ?? WEIGHT;

/** The weight a row says; null for nothing and for what cannot be heard. */
export function memberWeight(text: string, containers: Containers): Grams | null {
  const heard = text.trim() === '' ? null : spokenIn(containers).parse(text);
  return isRefusal(heard) ? null : heard;
}

interface MemberWeightProps extends SpokenFieldProps {
  householdId: Id;
  containers: Containers;
  /** What one container holds was just said. */
  onContainer: () => void;
}

/** One household of the list; a container nobody spoke of yet is asked for below its field. */
export function MemberWeight(props: MemberWeightProps) {
  const { householdId, containers, onContainer, ...field } = props;
  return (
    <>
      <SpokenField {...field} kind={spokenIn(containers)} />
      {counted.value?.isContainerWanted(field.value, containers) && (
        <Counting
          householdId={householdId}
          onWeight={(weight) => {
            field.onChange(weightTyped(weight));
            onContainer();
          }}
        />
      )}
    </>
  );
}
