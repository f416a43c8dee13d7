import type { Id } from '../../../../../src/kernel/id.js';
import { isRefusal, type Refusal } from '../../../../../src/kernel/refusal.js';
import {
  parseCounted,
  type Container,
  type ContainerWeights,
  type SaidWeight,
} from '../../../../../src/kernel/spoken/containers.js';
import { grams, type Grams } from '../../../../../src/kernel/units.js';
import { weightTyped } from '../../ui/heard.js';
import { SpokenField, WEIGHT, type SpokenFieldProps } from '../../ui/spoken-field.js';
import { locale } from '../../words/words.js';
import { Counting } from './counting.js';
import type { GatheredRow } from './gather-documents.js';
import { say } from './gather-words.js';

/** What one of each holds, as far as it was said; undefined in a list the phone kept from an older version of the app. */
type Containers = GatheredRow['containers'] | undefined;

/** A weight as the clerk was told it on the telephone: "3 tạ 2", or in the household's own containers, "12 sọt". */
export function memberWeight(text: string, containers: Containers): SaidWeight | Refusal | null {
  if (text.trim() === '') return null;
  const known: ContainerWeights = Object.fromEntries(
    (containers ?? []).map((one) => [one.container, grams(one.grams)]),
  );
  return parseCounted(text, known);
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
  const words = say();
  const said = memberWeight(field.value, containers);
  const container = containerWanted(said);
  return (
    <>
      <SpokenField
        {...field}
        kind={{
          ...WEIGHT,
          parse: (text) => gramsOf(memberWeight(text, containers)),
          echo: (weight) =>
            said !== null && !isRefusal(said) && locale.value === 'vi'
              ? said.echo
              : WEIGHT.echo(weight),
          why: (facts) => (container ? words.whichContainer[container] : WEIGHT.why(facts)),
        }}
      />
      {container && (
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

const gramsOf = (said: SaidWeight | Refusal | null): Grams | Refusal =>
  said === null ? grams(0) : isRefusal(said) ? said : said.grams;

const containerWanted = (said: SaidWeight | Refusal | null): Container | undefined =>
  said !== null && isRefusal(said) ? (said.facts['container'] as Container | undefined) : undefined;
