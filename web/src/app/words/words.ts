import { signal } from '@preact/signals';
import { formatsOf, type Formats, type Locale } from './format.js';
import { vi, type Words } from './vi.js';

export type { Locale };

/** The language of this phone; on the server, of the page being rendered. */
export const locale = signal<Locale>('vi');

/** English that this phone has not fetched yet. */
const missing = new Set<() => Promise<void>>();

/** Words that come when English is first wanted. */
export const whenEnglish = (fetchWords: () => Promise<void>): void => void missing.add(fetchWords);

/** Fetches the English of every screen opened so far; what cannot be fetched stays Vietnamese until the next time. */
export async function wordsHere(): Promise<void> {
  if (locale.value === 'vi') return;
  await Promise.allSettled(
    [...missing].map(async (fetchWords) => {
      await fetchWords();
      missing.delete(fetchWords);
    }),
  );
}

/**
 * The words of one feature in both languages. The second language cannot forget a sentence of the first.
 * The returned function is called while rendering, so that a screen follows a change of language.
 * @param english as it is written; the build hands over how to fetch it (`build/english-apart.ts`)
 */
export function bilingual<W extends object>(
  vietnamese: W,
  english: NoInfer<W> | (() => Promise<NoInfer<W>>),
): () => W {
  const second = signal<W | null>(typeof english === 'function' ? null : english);
  if (typeof english === 'function')
    whenEnglish(async () => {
      second.value = await english();
    });
  return () => (locale.value === 'en' ? second.value : null) ?? vietnamese;
}

const english = signal<Words | null>(null);

/** The shell's English; until it is there, the shell speaks Vietnamese. */
export const giveEnglish = (words: Words): void => {
  english.value = words;
};

/** Words of the shell and the kit. */
export const say = (): Words => (locale.value === 'en' ? english.value : null) ?? vi;

const formats = { vi: formatsOf('vi'), en: formatsOf('en') };

/** How figures and times are written in the language in use. */
export const fmt = (): Formats => formats[locale.value];
