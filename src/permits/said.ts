import type { Locale } from '../platform/access/actor.js';
import type { Need } from './departures.js';
import {
  reasonSentence,
  actionSentence,
  discreet,
  requirementSentence,
  type KeptReasonCode,
} from './domain/reason-words.js';
import type { RefusalFacts } from '../kernel/refusal.js';

/** A reason as people read it. */
export interface SaidReason {
  readonly code: string;
  readonly sentence: string;
}

export function saidReasons(
  reasons: readonly { readonly code: KeptReasonCode; readonly facts: RefusalFacts }[],
  locale: Locale,
  isForReviewer: boolean,
): SaidReason[] {
  const said = reasons.map(({ code, facts }): SaidReason => {
    const shown = isForReviewer ? code : discreet(code);
    return { code: shown, sentence: reasonSentence(shown, facts, locale) };
  });
  return said.filter(
    ({ sentence }, index) => said.findIndex((other) => other.sentence === sentence) === index,
  );
}

export interface SaidNeed {
  readonly needed: boolean;
  readonly reasons: SaidReason[];
  readonly requirements: {
    readonly code: string;
    readonly sentence: string;
    readonly isMet: boolean;
  }[];
  readonly rulePackCodes: string[];
  readonly nextStep: string;
}

/** The answer to "does this trip need a permit, and what is missing?". */
export const saidNeed = (
  { evaluation, requirements }: Need,
  locale: Locale,
  isForReviewer: boolean,
): SaidNeed => ({
  needed: evaluation.permitNeeded,
  reasons: saidReasons(evaluation.reasons, locale, isForReviewer),
  requirements: requirements.map(({ code, isMet }) => ({
    code,
    isMet,
    sentence: requirementSentence(code, locale),
  })),
  rulePackCodes: [...evaluation.ruleIds],
  nextStep: actionSentence(evaluation.nextAction, locale),
});
