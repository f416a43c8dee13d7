import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RefusalFacts } from '../../src/kernel/refusal.js';
import type { Locale } from '../../src/platform/access/actor.js';
import { reasonSentence } from '../../src/permits/domain/reason-words.js';
import { verdictSentence } from '../../src/permits/domain/verdict-words.js';
import { sayableCodes, sentenceOf, type Sentence } from '../../src/platform/words/say.js';
// Importing the product makes every feature say its words.
import '../../src/app.module.js';

const SRC = join(process.cwd(), 'src');
const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !/\.(spec|given)\.ts$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(SRC, path), 'utf8') }));

/** Codes that a use case or a rule refuses with. */
const refusedCodes = new Set(
  sources.flatMap(({ text }) =>
    [...text.matchAll(/\brefuse(?:<[^>]*>)?\(\s*'([A-Z0-9_]+)'/g)].map(([, code]) => code ?? ''),
  ),
);
const LOCALES: readonly Locale[] = ['vi', 'en'];

/** Refusals between two rules, which never reach a person: what is answered instead. */
const NEVER_SHOWN: Readonly<Record<string, string>> = {
  SHORT_CODE_WRONG: 'the verdict UNKNOWN_CODE',
  QR_BANK_UNKNOWN: 'no VietQR code',
  QR_ACCOUNT_MALFORMED: 'no VietQR code',
  QR_AMOUNT_OUT_OF_RANGE: 'no VietQR code',
  QR_MESSAGE_TOO_LONG: 'no VietQR code',
};

// A refusal may quote a reason or a problem of a permit by its code; else some facts are numbers, some days or instants.
const QUOTED: RefusalFacts = { code: 'ISSUED_BY_OFFICE', '0.code': 'NOT_SIGNED' };
const FACTS: readonly (string | number)[] = [1, '2026-11-23', '2026-11-23T05:00:00+07:00'];

/** What is said with the first facts that a sentence can be made of; undefined when with none. */
function saidWithAny<Said>(say: (facts: RefusalFacts) => Said): Said | undefined {
  for (const fact of FACTS) {
    try {
      return say(new Proxy(QUOTED, { get: (_, name) => QUOTED[String(name)] ?? fact }));
    } catch {
      // The next facts may fit.
    }
  }
  return undefined;
}

function sentence(code: string, locale: Locale): Sentence {
  const said = saidWithAny((facts) => sentenceOf({ refused: code, facts }, locale));
  if (!said) throw new Error(`the sentence of ${code} cannot be made in ${locale}`);
  return said;
}

/** What a checkpoint reads, and why a permit is not issued, have sentences of their own. */
const isPermitWord = (code: string): boolean =>
  LOCALES.every(
    (locale) =>
      Boolean(verdictSentence(code as never, locale)) ||
      Boolean(saidWithAny((facts) => reasonSentence(code as never, facts, locale))),
  );

describe('the words of refusals', () => {
  const said = [...sayableCodes()].flatMap((code) =>
    LOCALES.map((locale) => ({ code, locale, ...sentence(code, locale) })),
  );
  const nameOf = ({ code, locale }: { code: string; locale: Locale }): string =>
    `${code} ${locale}`;

  it('are there for every refusal in the product', () => {
    expect(refusedCodes.size).toBeGreaterThan(80);
    const unsaid = [...refusedCodes].filter(
      (code) => !sayableCodes().has(code) && !isPermitWord(code),
    );
    expect(unsaid.toSorted()).toEqual(Object.keys(NEVER_SHOWN).toSorted());
  });

  it('are there for nothing else', () => {
    const code = sources
      .filter(({ path }) => !path.endsWith('words.ts'))
      .map(({ text }) => text)
      .join('\n');
    const unused = [...sayableCodes()].filter((one) => !code.includes(`'${one}'`));
    expect(unused).toEqual([]);
  });

  it('say what happened and the one next step, in both languages', () => {
    const empty = said.filter(
      ({ message, nextStep }) => message.trim() === '' || nextStep.trim() === '',
    );
    expect(empty.map(nameOf)).toEqual([]);
    const unfinished = said.filter(
      ({ message, nextStep }) => ![message, nextStep].every((text) => /[.!?…]$/.test(text)),
    );
    expect(unfinished.map(nameOf)).toEqual([]);
  });

  it('are Vietnamese in Vietnamese: with marks, and not a copy of the English', () => {
    const unmarked = said.filter(({ locale, message, nextStep }) => {
      const isMarked = /[đ\p{M}]/iu.test(`${message} ${nextStep}`.normalize('NFD'));
      return locale === 'vi' && !isMarked;
    });
    expect(unmarked.map(nameOf)).toEqual([]);
    const copied = said.filter(
      ({ code, locale, message }) => locale === 'vi' && message === sentence(code, 'en').message,
    );
    expect(copied.map(nameOf)).toEqual([]);
  });

  it('name a step to take: a Vietnamese next step is a sentence of three words or more', () => {
    const short = said.filter(
      ({ locale, nextStep }) => locale === 'vi' && nextStep.split(/\s+/).length < 3,
    );
    expect(short.map(nameOf)).toEqual([]);
  });
});
