import { isRefusal, type Refusal } from '../../../../../src/kernel/refusal.js';
import {
  parseCounted,
  type Container,
  type ContainerWeights,
  type SaidWeight,
} from '../../../../../src/kernel/spoken/containers.js';
import { grams, type Grams } from '../../../../../src/kernel/units.js';
import { WEIGHT, type Spoken } from '../../ui/spoken-field.js';
import { locale } from '../../words/words.js';
import { say } from './container-words.js';
import type { GatheredRow } from './gather-documents.js';

/** What one of each holds, as far as it was said; undefined in a list the phone kept from an older version of the app. */
export type Containers = GatheredRow['containers'] | undefined;

/** A weight as the clerk was told it on the telephone: "3 tạ 2", or in the household's own containers, "12 sọt". */
function spokenIn(containers: Containers): Spoken<Grams> {
  // A field says back what it has just heard.
  let echo = '';
  return {
    ...WEIGHT,
    parse: (text) => {
      const said = saidIn(text, containers);
      if (isRefusal(said)) return said;
      ({ echo } = said);
      return said.grams;
    },
    echo: (weight) => (locale.value === 'vi' ? echo : WEIGHT.echo(weight)),
    why: (facts) => {
      const container = facts['container'] as Container | undefined;
      return container ? say().ofHousehold[container] : WEIGHT.why(facts);
    },
  };
}

/** Whether it was counted in a container of which nobody said what it holds. */
function isContainerWanted(text: string, containers: Containers): boolean {
  const said = saidIn(text, containers);
  return isRefusal(said) && 'container' in said.facts;
}

function saidIn(text: string, containers: Containers): SaidWeight | Refusal {
  const known: ContainerWeights = Object.fromEntries(
    (containers ?? []).map((one) => [one.container, grams(one.grams)]),
  );
  return parseCounted(text, known);
}

export default { spokenIn, isContainerWanted };
