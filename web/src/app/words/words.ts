import { signal } from '@preact/signals';
import { formatsOf, type Formats, type Locale } from './format.js';
import { vi, type Words } from './vi.js';

export type { Locale };

/** The language of this phone; on the server, of the page being rendered. */
export const locale = signal<Locale>('vi');

/**
 * The words of one feature in both languages. The second language cannot forget a sentence of the first.
 * The returned function is called while rendering, so that a screen follows a change of language.
 */
export const bilingual =
  <W>(vietnamese: W, english: NoInfer<W>): (() => W) =>
  () =>
    locale.value === 'vi' ? vietnamese : english;

const english = signal<Words | null>(null);

/** The shell's English is fetched by those who read it; until it is there, the shell speaks Vietnamese. */
export const giveEnglish = (words: Words): void => {
  english.value = words;
};

/** Words of the shell and the kit. */
export const say = (): Words => (locale.value === 'en' ? english.value : null) ?? vi;

const formats = { vi: formatsOf('vi'), en: formatsOf('en') };

/** How figures and times are written in the language in use. */
export const fmt = (): Formats => formats[locale.value];
