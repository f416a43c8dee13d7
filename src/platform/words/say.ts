import type { Refusal, RefusalFacts } from '../../kernel/refusal.js';
import type { Locale } from '../access/actor.js';

export interface Sentence {
  /** One sentence for the person. */
  readonly message: string;
  /** The one thing to do next. */
  readonly nextStep: string;
}

type Telling = Sentence | ((facts: RefusalFacts) => Sentence);

const known: Record<Locale, Map<string, Telling>> = { vi: new Map(), en: new Map() };

/** A feature's refusals in both languages; the second cannot forget one of the first. */
export function refusalWords<Code extends string>(words: {
  vi: Record<Code, Telling>;
  en: Record<NoInfer<Code>, Telling>;
}): void {
  for (const code of Object.keys(words.vi) as Code[]) {
    known.vi.set(code, words.vi[code]);
    known.en.set(code, words.en[code]);
  }
}

/**
 * Of several things sent together, the refusal says which one it is about: its fact `about` is that thing's name, as far
 * as the asker may know it.
 *
 * @throws Error when a refusal was never given a sentence; a contract test keeps that from happening
 */
export function sentenceOf(refusal: Refusal, locale: Locale): Sentence {
  const telling = known[locale].get(refusal.refused);
  if (!telling) throw new Error(`no sentence for ${refusal.refused}`);
  const said = typeof telling === 'function' ? telling(refusal.facts) : telling;
  const { about } = refusal.facts;
  return about ? { ...said, message: `${about}: ${said.message}` } : said;
}

/** Every code that has a sentence, for the contract test. */
export const sayableCodes = (): ReadonlySet<string> => new Set(known.vi.keys());
